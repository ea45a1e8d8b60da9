import { describe, expect, it } from 'vitest';
import type { Obligation, Waiting } from '../lib/api';
import { graph } from './graph';
import { month } from './calendar';

const owed = (id: string, ...dependsOn: string[]) => ({ id, dependsOn }) as unknown as Obligation;
const waits = (id: string, chain: string[], missing: string[] = [], circle = false) => ({ id, chain, missing, circle, twoSided: false }) as unknown as Waiting;
const told = (of: ReturnType<typeof graph>) => of.nodes.map((one) => `${one.id}${one.column}`).sort().join(' ');

describe('who waits for whom', () => {
  it('stands each behind the last of those for which it waits', () => {
    expect(told(graph([owed('a'), owed('b', 'a'), owed('c', 'a', 'b'), owed('alone')], []))).toBe('a0 b1 c2');
  });
  it('follows a chain that is told only by the register', () => {
    expect(told(graph([owed('a'), owed('b'), owed('c')], [waits('c', ['b', 'a'])]))).toBe('a0 b1 c2');
  });
  it('ends in a circle, and marks the edge that closes it', () => {
    const found = graph([owed('a', 'b'), owed('b', 'a')], [waits('a', ['b', 'a'], [], true)]);
    expect(found.nodes.length).toBe(2);
    expect(found.edges.filter((one) => one.back).length).toBe(1);
    expect(found.nodes.every((one) => one.circle)).toBe(true);
  });
  it('shows what nobody has set', () => {
    const found = graph([owed('a', 'gone')], []);
    expect(found.nodes.find((one) => one.id === 'gone')?.obligation).toBeUndefined();
  });
});

describe('a month of the calendar', () => {
  it.each([
    // month | first day of the week | days before the first | weeks
    ['2021-02', 1, 0, 4], ['2020-11', 1, 6, 6], ['2020-11', 6, 1, 5], ['2024-02', 1, 3, 5],
  ] as const)('%s from weekday %i', (which, first, before, weeks) => {
    const cells = month(which, first);
    expect(cells[0]?.slice(0, before).every((day) => day === null)).toBe(true);
    expect(cells[0]?.[before]).toBe(`${which}-01`);
    expect(cells.length).toBe(weeks);
    expect(cells.every((week) => week.length === 7)).toBe(true);
  });
});
