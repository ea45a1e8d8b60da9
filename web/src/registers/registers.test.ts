import { describe, expect, it } from 'vitest';
import { load } from '../lib/words.svelte';
import { cell, shown } from './cells';
import { columns, groups, known } from './dictionary';
import { figure, round } from './figure';
import { filters, filterText, listed } from './list';

describe('registers', async () => {
  const w = await load('en');
  it('stand in one group each, whatever the dictionary holds', () => {
    const all = groups().flatMap((group) => group.registers);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('incidents');
    expect(all.every(known)).toBe(true);
    expect(known('nothing-of-the-kind')).toBe(false);
  });
  it('have a title for every column that a table shows, in every language', async () => {
    const files = import.meta.glob<Record<string, string>>('../../../messages/*.json', { import: 'default', eager: true });
    const special = new Set(['class', 'lang', 'sameStory', 'originalDeadline', 'entries', 'coverage']);
    for (const file of Object.values(files)) {
      for (const register of ['incidents', 'returns', 'posts', 'effort', 'claims', 'obligations', 'ledgers']) {
        for (const { field, type } of columns(register)) if (!special.has(field) && !['list of entry ids', 'GeoJSON geometry', 'term', 'periods', 'claimQuery'].includes(type)) expect(Object.keys(file), `${register} ${field}`).toContain(`col-${field}`);
      }
    }
  });
  const all = columns('effort');
  const rows = [
    { zone: null, from: '2021-01-01', to: '2021-01-03', lineKm: 10, covered: 0.5, observersByDay: 162.85, entries: ['a'] },
    ...[1, 2, 3, 4].map((day) => ({ zone: null, from: `2021-01-0${day}`, to: `2021-01-0${day}`, lineKm: 10, covered: day / 10, observersByDay: 8, entries: ['b'] })),
    { zone: { id: 'z', name: { en: 'Zone' } }, from: '2021-01-01', to: '2021-01-01', lineKm: 4, covered: 0.9, observersByDay: 8, entries: [] },
  ];
  it('say hours as hours and shares as shares', () => {
    const of = (field: string) => cell(all.find((one) => one.field === field)!, rows[0]!, w).text;
    expect(of('covered')).toBe('50%');
    expect(of('observersByDay')).toBe('163');
    expect(of('zone')).toBe('whole line');
  });
  it('leave out columns in which nothing stands', () => {
    expect(shown(all, rows, w).map((one) => one.field)).not.toContain('detection');
  });
  it('draw of each single day what was watched of the whole', () => {
    const drawn = figure(all, rows, w);
    expect(drawn?.form).toBe('line');
    expect(drawn?.marks.map((mark) => mark.text)).toEqual(['10%', '20%', '30%', '40%']);
  });
  it('draw one population of several, and name it', () => {
    const returned = (day: string, total: number, who: string) => ({ day, total, population: { en: who }, entries: [] });
    const drawn = figure(columns('returns'), [returned('2020-11-01', 1, 'x'), returned('2020-11-02', 900, 'y'), returned('2020-11-03', 2, 'x'), returned('2020-11-04', 3, 'x'), returned('2020-11-05', 4, 'x')], w);
    expect(drawn?.marks.map((mark) => mark.value)).toEqual([1, 2, 3, 4]);
    expect(drawn?.title).toContain('x');
  });
  it('are sorted and narrowed as their address says', () => {
    const cols = columns('hazards');
    const some = [{ day: '2021-01-02', place: { en: 'B' } }, { day: '2021-01-10', place: { en: 'A' } }, { day: null, place: { en: 'C' } }];
    const days = (sort: string | undefined, filter = '', q = '') => listed(cols, some, { q, filter: filters(filter), sort }, w).map((row) => row.day);
    expect(days('-day')).toEqual(['2021-01-10', '2021-01-02', null]);
    expect(days('place')).toEqual(['2021-01-10', '2021-01-02', null]);
    expect(days(undefined, 'place:B')).toEqual(['2021-01-02']);
    expect(days(undefined, '', 'c')).toEqual([null]);
    expect(filterText(filters('a:b%3Bc;d:e'))).toBe('a:b%3Bc;d:e');
  });
  it.each([[7, 10], [1100, 2000], [0, 1], [0.03, 0.05]])('an axis up to %d ends at %d', (value, end) => expect(round(value)).toBeCloseTo(end));
});
