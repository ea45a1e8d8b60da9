import { describe, expect, it } from 'vitest';
import { LANGUAGES, load } from './words.svelte';

const files = import.meta.glob<Record<string, string>>('../../../messages/*.json', { import: 'default', eager: true });
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('words', () => {
  it('has the same codes in every language', () => {
    const keys = Object.values(files).map((file) => Object.keys(file).sort());
    expect(keys.length).toBe(LANGUAGES.length);
    for (const list of keys) expect(list).toEqual(keys[0]);
  });
  it('formats every message of every language', async () => {
    for (const language of LANGUAGES) {
      const words = await load(language);
      for (const code of Object.keys(files[`../../../messages/${language}.json`] ?? {})) {
        const args: Record<string, unknown> = {};
        for (const name of ['count', 'days', 'hours', 'rate', 'power', 'coverage', 'missing', 'gap', 'low', 'high', 'km', 'size', 'of', 'before', 'after', 'parts', 'whole', 'speed', 'total', 'dispersion', 'light', 'dark', 'begin', 'end', 'share', 'settled', 'resolved', 'open', 'others', 'covered', 'attempts', 'had', 'covered']) args[name] = 3;
        for (const name of ['positionTerm', 'timeTerm', 'actTerm', 'densityTerm', 'sourcesTerm']) args[name] = 1.5;
        for (const name of ['from', 'to']) args[name] = '2021-09-28';
        for (const name of ['what', 'who', 'whom', 'zone', 'obligation', 'cut', 'value', 'threshold', 'month', 'year', 'since', 'time', 'words', 'detail', 'label', 'chain', 'outcome', 'old', 'new', 'into', 'state']) args[name] = 'x';
        Object.assign(args, { level: 'fragile', kind: 'ReturnCounted', day: code === 'day-above-total' ? 3 : '2021-09-28' });
        expect(words.say(code, args), `${language} ${code}`).not.toMatch(/[{}]/);
      }
    }
  });
  it.each([
    ['ar', 0, 'صفر يوم'], ['ar', 1, 'يوم واحد'], ['ar', 2, 'يومان'], ['ar', 5, '5 أيام'], ['ar', 14, '14 يوماً'], ['ar', 100, '100 يوم'],
    ['ru', 1, '1 день'], ['ru', 3, '3 дня'], ['ru', 14, '14 дней'], ['en', 1, '1 day'], ['en', 4, '4 days'],
  ] as const)('%s %i', async (language, days, words) => {
    const said = (await load(language)).say('would-become-after-quiet', { days, level: 'FRAGILE' });
    expect(bare(said)).toContain(words);
  });
  it.each([['en', '28 September 2021'], ['ru', '28 сентября 2021'], ['ar', '28 أيلول/سبتمبر 2021']] as const)('%s days', async (language, day) => {
    expect(bare((await load(language)).day('2021-09-28'))).toBe(day);
  });
  it('isolates numbers in Arabic', async () => {
    expect((await load('ar')).say('power-was', { rate: 0.5, power: 0.54 })).toMatch(/\u2068[^\u2069]*54[^\u2069]*\u2069/);
  });
  it('has a message for every code that a page says', () => {
    const pages = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
    const said = Object.values(pages).flatMap((text) => [...text.matchAll(/\bsay\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''));
    expect(said.length).toBeGreaterThan(30);
    for (const file of Object.values(files)) expect(said.filter((code) => !(code in file))).toEqual([]);
  });
  it('never shows two different numbers as equal', async () => {
    expect((await load('en')).apart(0.896, 0.9)).toEqual(['0.896', '0.9']);
    expect((await load('ru')).apart(0.8999, 0.9)).toEqual(['0,8999', '0,9']);
    expect((await load('en')).apart(0.9, 0.9)).toEqual(['0.9', '0.9']);
    expect((await load('ar')).apart(240, 5)).toEqual(['240', '5']);
    expect((await load('en')).apart(240.4, 240)).toEqual(['240.4', '240']);
  });
  it('shows a date no more exactly than it was stated', async () => {
    const words = await load('en');
    expect(words.date('2021-09-28')).toBe('28 September 2021');
    expect(words.date('2021-09-28T20:18Z')).toBe('28 September 2021 · \u206620:18 UTC\u2069');
    expect(words.date('2021-09-28/2021-09-30')).toBe('28 September 2021 – 30 September 2021');
    for (const coarse of ['2021-09', '2021', '2021-09-28~', '2021-09-28/..']) expect(words.date(coarse)).toBe(coarse);
  });
});
