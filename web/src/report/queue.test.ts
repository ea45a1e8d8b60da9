import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { settle, type Act } from './decide';
import { Queue, type Item } from './queue.svelte';

/** Storage as a browser has it, which outlives a page. */
class Stored {
  readonly map = new Map<string, string>();
  get length() { return this.map.size; }
  key(i: number) { return [...this.map.keys()][i] ?? null; }
  getItem(key: string) { return this.map.get(key) ?? null; }
  setItem(key: string, value: string) { this.map.set(key, value); }
  removeItem(key: string) { this.map.delete(key); }
}
/** A record that keeps what it is sent, once, and fails as it is told to: before it entered something, or after. */
class Record {
  readonly entries = new Map<string, string>();
  fails: ('before' | 'after' | 'refuse' | 'link' | undefined)[] = [];
  send = async (_: string, entry: string) => {
    const how = this.fails.shift();
    if (how === 'before') throw new Refusal(0, 'unreachable', '');
    if (how === 'link') throw new Refusal(401, 'no-token', '');
    if (how === 'refuse') throw new Refusal(400, 'bad-value', 'no', [{ code: 'bad-value', place: '/occurred/edtf', detail: 'no' }]);
    const { id } = JSON.parse(entry);
    const known = this.entries.get(id);
    if (known !== undefined && known !== entry) throw new Refusal(409, 'id-taken', '');
    this.entries.set(id, entry);
    if (how === 'after') throw new Refusal(0, 'unreachable', '');
  };
}
let n = 0;
const act: Act = {
  report: 'r', fact: 'events/0', audience: 'mission', author: { actor: 'me' }, stated: '2026-01-01T00:00:00Z', newId: () => `id-${++n}`, why: null,
  words: { anew: 'anew', undone: 'undone' },
};
const draft = { kind: 'EventReported', v: 1, stated: 's', audience: 'mission', body: {} };
const accepted = () => settle({ review: null, made: null }, 'accepted', draft, null, act);
const where = { record: 'x', report: 'r', fact: 'events/0', verdict: 'accepted' as const };
const idle = async () => { for (let i = 0; i < 20; i++) await Promise.resolve(); };

describe('the queue', () => {
  afterEach(() => vi.useRealTimers());

  it('enters each entry once though every answer is lost once', async () => {
    vi.useFakeTimers();
    const record = new Record();
    record.fails = ['after', 'before', 'after', undefined];
    const queue = new Queue(new Stored(), record.send);
    queue.add(where, accepted());
    await idle();
    expect(queue.trouble).toBe('server');
    expect(queue.items.length).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(record.entries.size).toBe(2);
    expect(queue.items).toEqual([]);
    expect(queue.trouble).toBe('none');
  });
  it('goes on where a page that was closed left off, with the same bytes', async () => {
    const record = new Record();
    const stored = new Stored();
    record.fails = ['after'];
    const first = new Queue(stored, record.send);
    first.add(where, accepted());
    await idle();
    const [entered] = record.entries.values();
    const second = new Queue(stored, record.send);
    expect(second.items.length).toBe(1);
    await second.flush();
    expect(record.entries.size).toBe(2);
    expect([...record.entries.values()][0]).toBe(entered);
    expect(stored.length).toBe(0);
  });
  it('waits for a new link and tells so', async () => {
    const record = new Record();
    record.fails = ['link'];
    const queue = new Queue(new Stored(), record.send);
    queue.add(where, accepted());
    await idle();
    expect([queue.trouble, queue.items.length, record.entries.size]).toEqual(['link', 1, 0]);
    await queue.flush();
    expect([queue.trouble, queue.items.length, record.entries.size]).toEqual(['none', 0, 2]);
  });
  it('keeps the order of one fact, and a refused decision holds up no other fact', async () => {
    const record = new Record();
    record.fails = ['refuse'];
    const settled: Item[] = [];
    const queue = new Queue(new Stored(), record.send);
    queue.onsettled = (item) => settled.push(item);
    queue.add(where, accepted());
    queue.add({ ...where, verdict: 'rejected' }, settle(accepted().standing, 'rejected', null, null, act));
    queue.add({ ...where, fact: 'events/1' }, accepted());
    await idle();
    expect(queue.items.map((item) => [item.fact, item.verdict, !!item.refused])).toEqual([['events/0', 'accepted', true], ['events/0', 'rejected', false]]);
    expect(settled.map((item) => [item.fact, item.refused?.problems[0]?.place])).toEqual([['events/0', '/occurred/edtf'], ['events/1', undefined]]);
    expect(record.entries.size).toBe(2);
  });
  it('withdraws the entry of a decision whose review was refused, when it is dropped', async () => {
    const record = new Record();
    record.fails = [undefined, 'refuse'];
    const queue = new Queue(new Stored(), record.send);
    queue.add(where, accepted());
    await idle();
    const [item] = queue.items;
    expect(item?.refused).toBeDefined();
    if (item) queue.drop(item, act);
    await idle();
    const entries = [...record.entries.values()].map((text) => JSON.parse(text));
    expect(entries.map((entry) => [entry.kind, entry.replaces?.withdraws ?? false])).toEqual([['EventReported', false], ['EventReported', true]]);
    expect(entries[1].replaces.entry).toBe(entries[0].id);
    expect(queue.items).toEqual([]);
  });
});
