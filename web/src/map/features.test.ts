import { describe, expect, it } from 'vitest';
import type { MapAnswer } from '../lib/api';
import { load } from '../lib/words.svelte';
import { circle, collections, label, unlocated } from './features';

describe('what the map shows', () => {
  it('stands both parties’ names in the mandate’s order, once where they agree', async () => {
    const words = await load('en');
    const names = [{ name: { en: 'Stepanakert' } }, { name: { en: 'Xankəndi' } }];
    expect(label({ names, name: { en: 'x' } }, words)).toBe('Stepanakert · Xankəndi');
    expect(label({ names: [names[0], names[0]], name: { en: 'x' } }, words)).toBe('Stepanakert');
    expect(label({ names: [], name: { en: 'x' } }, words)).toBe('x');
  });
  it('draws the 95 % radius true to scale', () => {
    const ring = circle([46.8, 39.8], 3000).coordinates[0] ?? [];
    const [east = [0, 0]] = ring;
    const metres = ((east[0] ?? 0) - 46.8) * 111_195 * Math.cos((39.8 * Math.PI) / 180);
    expect(metres).toBeCloseTo(3000, -1);
  });
  it('never loses an incident without a position', async () => {
    const answer = { bounds: [], features: [{ id: 'i', geometry: null, properties: { kind: 'incident', day: '2020-12-11', summary: null, entries: ['e'] } }] } as unknown as MapAnswer;
    expect(unlocated(answer)).toEqual([{ id: 'i', day: '2020-12-11', summary: null, entries: ['e'] }]);
    expect(collections(answer, await load('en')).incidents?.features).toEqual([]);
  });
});
