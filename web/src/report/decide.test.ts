import { describe, expect, it } from 'vitest';
import type { Draft } from '../lib/api';
import { uuid7 } from '../lib/uuid';
import { settle, takeBack, type Act } from './decide';

let n = 0;
const act: Act = {
  report: 'r', fact: 'events/3', audience: 'mission', author: { actor: 'me', role: 'analyst' }, stated: '2026-01-01T00:00:00Z',
  newId: () => `id-${++n}`, why: null, words: { anew: 'anew', undone: 'undone' },
};
const draft: Draft = { kind: 'EventReported', v: 1, stated: '2021-09-28T12:00:00Z', audience: 'mission', body: { event: 'casualty', status: 'asserted' } };
const nothing = { review: null, made: null };

describe('a decision as entries', () => {
  it('enters the fact before the review that names it', () => {
    const { posts, standing } = settle(nothing, 'accepted', draft, null, act);
    expect(posts.map((post) => post.kind)).toEqual(['EventReported', 'ReadingReviewed']);
    expect(posts[1]?.body).toEqual({ report: 'r', fact: 'events/3', verdict: 'accepted', makes: posts[0]?.id });
    expect(standing.made).toBe(posts[0]);
    expect(posts.every((post) => post.replaces === undefined)).toBe(true);
  });
  it('withdraws what the fact became when it is rejected after all', () => {
    const first = settle(nothing, 'accepted', draft, null, act).standing;
    const { posts, standing } = settle(first, 'rejected', null, null, { ...act, why: { en: 'a quotation of 1994' } });
    expect(posts[0]?.replaces).toEqual({ entry: first.made?.id, why: 'a quotation of 1994', withdraws: true });
    expect(posts[1]?.replaces).toEqual({ entry: first.review?.id, why: 'a quotation of 1994' });
    expect(posts[1]?.body.why).toEqual({ en: 'a quotation of 1994' });
    expect(standing.made).toBeNull();
  });
  it('corrects what was accepted by an entry that replaces it', () => {
    const first = settle(nothing, 'accepted', draft, null, act).standing;
    const { posts } = settle(first, 'corrected', { ...draft, body: { ...draft.body, status: 'denied' } }, null, act);
    expect(posts.map((post) => post.replaces?.entry)).toEqual([first.made?.id, first.review?.id]);
    expect(posts[0]?.replaces?.withdraws).toBeUndefined();
  });
  it('makes a proposal of it again, and decides anew without naming a withdrawal', () => {
    const first = settle(nothing, 'accepted', draft, null, act).standing;
    const back = takeBack(first, act);
    expect(back.posts.map((post) => [post.replaces?.entry, post.replaces?.withdraws])).toEqual([[first.made?.id, true], [first.review?.id, true]]);
    expect(settle(back.standing, 'rejected', null, null, act).posts[0]?.replaces).toBeUndefined();
  });
  it('says of a mention what it is, in the review itself', () => {
    const { posts } = settle(nothing, 'corrected', null, '2020-11-09', act);
    expect(posts.map((post) => post.body)).toEqual([{ report: 'r', fact: 'events/3', verdict: 'corrected', instead: '2020-11-09' }]);
  });
});

describe('ids', () => {
  it('are of version 7, sort by time and differ', () => {
    const ids = Array.from({ length: 50 }, (_, i) => uuid7(1_700_000_000_000 + i));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(parseInt(uuid7(1_700_000_000_123).replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_123);
    expect(new Set(Array.from({ length: 100 }, () => uuid7(1))).size).toBe(100);
  });
});
