import { describe, expect, it } from 'vitest';
import { columns, count, paint, pick, places, type Window } from './columns';

interface One { index: number; day: number; x: number; y: number; seen: number; gone?: number }

/** The bytes of docs/api.md, written down a second time. */
function encoded(all: One[], bounds = [10, 20, 11, 21]): ArrayBuffer {
  const replaced = all.flatMap((one, i) => (one.gone === undefined ? [] : [[i, one.gone] as const]));
  let text = JSON.stringify({ count: all.length, known: 1000, firstDay: '1970-01-11', bounds, classes: ['shot', 'burst'], replaced: replaced.length });
  while ((4 + text.length) % 8) text += ' ';
  const bytes: number[] = [];
  const put = (value: number, size: number) => { for (let i = 0; i < size; i++) bytes.push((value >>> (8 * i)) & 255); };
  const align = () => { while (bytes.length % 8) bytes.push(0); };
  put(text.length, 4);
  for (const character of text) bytes.push(character.charCodeAt(0));
  for (const [field, size] of [['index', 4], ['day', 2], ['x', 2], ['y', 2], ['seen', 1]] as const) {
    all.forEach((one) => put(one[field], size));
    align();
  }
  replaced.forEach(([row]) => put(row, 4));
  align();
  replaced.forEach(([, by]) => put(by, 4));
  return new Uint8Array(bytes).buffer;
}

const FRAME = { west: 10, south: 20, east: 11, north: 21, width: 100, height: 100 };
const all = (days: [number, number], known = 1000): Window => ({ from: days[0], until: days[1], known });

describe('observations in columns', () => {
  const of = columns(encoded([
    { index: 5, day: 3, x: 32768, y: 32768, seen: 1 },
    { index: 2, day: 0, x: 0, y: 300, seen: 0, gone: 7 },
    { index: 7, day: 0, x: 65535, y: 65535, seen: 0 },
    { index: 9, day: 3, x: 32768, y: 32768, seen: 0 },
  ]));
  const at = places(of, FRAME);
  const into = new Uint16Array(100 * 100);
  it.each([
    // first day | last day | known | how many
    [10, 13, 1000, 3], [10, 10, 1000, 1], [11, 12, 1000, 0], [13, 13, 1000, 2], [13, 13, 9, 1], [10, 13, 3, 1], [10, 13, 7, 2], [0, 9, 1000, 0], [14, 99, 1000, 0], [0, 99, 0, 0],
  ])('of days %i to %i known with %i are %i', (from, until, known, many) => {
    expect(count(of, at, { from, until, known }, into)).toBe(many);
  });
  it('puts them where they were', () => {
    count(of, at, all([13, 13]), into);
    const middle = into.indexOf(2);
    expect(middle % 100).toBe(50);
    // Half of the latitudes lies a little below the middle of a Mercator map.
    expect(Math.floor(middle / 100)).toBeGreaterThanOrEqual(49);
    expect(Math.floor(middle / 100)).toBeLessThanOrEqual(51);
  });
  it('picks the nearest that is shown, and nothing that is not', () => {
    const [column, row] = [50, 50];
    expect(pick(of, FRAME, all([10, 13]), column, row, 6).sort()).toEqual([5, 9]);
    expect(pick(of, FRAME, all([10, 13], 6), column, row, 6)).toEqual([5]);
    expect(pick(of, FRAME, all([10, 10]), column, row, 6)).toEqual([]);
    expect(pick(of, FRAME, all([10, 13]), 20, 80, 6)).toEqual([]);
    expect(pick(of, FRAME, all([10, 13], 5), 0, 99, 6)).toEqual([2]);
  });
  it('paints the denser the stronger, and nothing where nothing was', () => {
    count(of, at, all([13, 13]), into);
    const out = new Uint8ClampedArray(100 * 100 * 4);
    paint(into, 100, [1, 2, 3], out);
    const middle = into.indexOf(2) * 4;
    expect([...out.slice(middle, middle + 3)]).toEqual([1, 2, 3]);
    expect(out[middle + 3]).toBeGreaterThan(out[middle + 7] ?? 0);
    expect(out[0]).toBe(0);
  });
  it('reads a record in which nothing was observed', () => {
    const none = columns(encoded([]));
    expect(count(none, places(none, FRAME), all([0, 99]), into)).toBe(0);
    expect(pick(none, FRAME, all([0, 99]), 5, 5, 5)).toEqual([]);
  });
  it('agrees with a look at every one', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const many = Array.from({ length: 3000 }, (_, i) => ({ index: i, day: random(50), x: random(65536), y: random(65536), seen: 0, ...(random(9) === 0 ? { gone: i + 1 + random(500) } : {}) }));
    const grid = columns(encoded(many));
    for (let trial = 0; trial < 20; trial++) {
      const window = { from: 10 + random(50), until: 20 + random(50), known: random(3500) };
      const expected = many.filter((one) => one.day + 10 >= window.from && one.day + 10 <= window.until && one.index < window.known && !((one as One).gone !== undefined && (one as One).gone! < window.known));
      expect(count(grid, places(grid, FRAME), window, into)).toBe(expected.length);
      const table = places(grid, FRAME);
      const [px, py] = [random(100), random(100)];
      const near = expected.filter((one) => (table.columns[one.x]! - px) ** 2 + (table.rows[one.y]! / 100 - py) ** 2 <= 25).map((one) => one.index).sort((a, b) => a - b);
      expect(pick(grid, FRAME, window, px, py, 5, 9999).sort((a, b) => a - b)).toEqual(near);
    }
  });
});
