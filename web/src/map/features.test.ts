import { describe, expect, it } from 'vitest';
import type { MapAnswer } from '../lib/api';
import { load } from '../lib/words.svelte';
import { circle, collections, counted, extent, label, newest, reachable, unlocated } from './features';

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
  it('lists posts that are known by number only, and everything else for the keyboard', async () => {
    const by = { name: { en: 'Peacekeepers' } };
    const answer = { bounds: [], features: [
      { id: 'p', geometry: null, properties: { kind: 'post', day: '2020-11-20', number: 23, by, entries: ['e'] } },
      { id: 'z', geometry: { type: 'Polygon', coordinates: [[[46, 39], [47, 39], [47, 40], [46, 39]]] }, properties: { kind: 'boundary', role: 'corridor', name: { en: 'Lachin' }, entries: ['f'] } },
      { id: 'i', geometry: { type: 'Point', coordinates: [46.5, 39.5] }, properties: { kind: 'incident', standing: 'reported', day: '2020-12-11', summary: { en: 'fire' }, entries: ['g'] } },
      { id: 'w', geometry: { type: 'LineString', coordinates: [[46, 39], [47, 40]] }, properties: { kind: 'watched', share: 0.5, entries: [] } },
    ] } as unknown as MapAnswer;
    const words = await load('en');
    expect(counted(answer)).toEqual([{ id: 'p', day: '2020-11-20', number: 23, by: by.name, entries: ['e'] }]);
    const again = { id: 'q', day: '2020-12-01', number: 27, by: by.name, entries: [] };
    expect(newest([again, ...counted(answer)])).toBe(27);
    const things = reachable(answer, words);
    expect(things.map((one) => one.kind)).toEqual(['incident', 'boundary']);
    expect(things[0]?.text).toContain('fire');
    expect(extent(things[1]?.geometry as GeoJSON.Geometry)).toEqual([46, 39, 47, 40]);
    expect(collections(answer, words).watched?.features.length).toBe(1);
    expect(collections(answer, words).posts?.features.length).toBe(0);
  });
});
