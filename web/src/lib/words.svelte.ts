import IntlMessageFormat from 'intl-messageformat';
import type { Coded, Text } from './api';

/** The words of the reader's language: one message file a language, shared with the command line. */
const FILES = import.meta.glob<Record<string, string>>('../../../messages/*.json', { import: 'default' });
export const LANGUAGES = ['ar', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Record<Language, string> = { ar: 'العربية', ru: 'Русский', en: 'English' };

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/;
/** Arguments whose value is a word of the vocabulary, and where that word stands. */
const WORDED = new Set(['level', 'kind', 'state']);

export class Words {
  private readonly formats = new Map<string, IntlMessageFormat>();

  constructor(readonly language: Language, private readonly patterns: Record<string, string>) {}

  get dir(): 'rtl' | 'ltr' {
    return this.language === 'ar' ? 'rtl' : 'ltr';
  }

  /** The sentence of a code; the code itself where it has no message. */
  say(code: string, args: Record<string, unknown> = {}): string {
    const pattern = this.patterns[code];
    if (pattern === undefined) return code;
    let format = this.formats.get(code);
    if (!format) {
      // Western digits as stored, the Gregorian calendar, in every language.
      format = new IntlMessageFormat(pattern, `${this.language}-u-nu-latn-ca-gregory`);
      this.formats.set(code, format);
    }
    const words: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(args)) words[name] = this.argument(name, value);
    return String(format.format(words));
  }

  has(code: string): boolean {
    return code in this.patterns;
  }

  coded(coded: Coded): string {
    return this.say(coded.code, coded.arguments);
  }

  /** A word of the vocabulary, under PREFIX-WORD. */
  word(prefix: string, word: string): string {
    return this.say(`${prefix}-${word}`);
  }

  private argument(name: string, value: unknown): string | number {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') {
      if (DAY.test(value)) return this.day(value);
      return WORDED.has(name) ? this.say(`${name}-${value.toLowerCase().replaceAll('_', '-')}`) : value;
    }
    return value && typeof value === 'object' ? this.text(value as Text) : '';
  }

  /** The words of a text in the reader's language, else in English, else in the first that there is. */
  text(text: Text | null | undefined): string {
    if (!text) return '';
    return text[this.language] ?? text.en ?? Object.values(text)[0] ?? '';
  }

  /** The language in which `text` is shown to this reader. */
  languageOf(text: Text): string {
    return this.language in text ? this.language : 'en' in text ? 'en' : (Object.keys(text)[0] ?? this.language);
  }

  /** A day in words; in Arabic with both families of month names. */
  day(day: string): string {
    const [year, month, date] = day.split('-');
    return this.say('day', { day: Number(date), month: this.say(`month-${Number(month)}`), year: year ?? '' });
  }

  /** Words that read from left to right in every language: a time, a command, a code. */
  ltr(words: string): string {
    return `\u2066${words}\u2069`;
  }

  number(value: number, digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2): string {
    return new Intl.NumberFormat(`${this.language}-u-nu-latn`, { maximumFractionDigits: digits, useGrouping: false }).format(value);
  }

  percent(share: number): string {
    return this.say('ui-percent', { share });
  }

  /** A number of things, thousands apart as the language has them. */
  grouped(value: number): string {
    const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
    return new Intl.NumberFormat(`${this.language}-u-nu-latn`, { maximumFractionDigits: digits }).format(value);
  }

  /** Two numbers with as many digits as it takes to tell them apart: 0.896 is not 0.9 where 0.9 is asked for. */
  apart(one: number, other: number): [string, string] {
    for (let digits = 2; digits <= 8 && one !== other; digits++) {
      const pair: [string, string] = digits === 2 ? [this.number(one), this.number(other)] : [this.number(one, digits), this.number(other, digits)];
      if (pair[0] !== pair[1]) return pair;
    }
    return [this.number(one), this.number(other)];
  }

  /** A date as exact as it was stated: a day, an instant or an interval of days in words, anything coarser as it stands. */
  date(stated: string): string {
    const [, of, time] = INSTANT.exec(stated) ?? [];
    if (of && time) return `${this.day(of)} · ${this.ltr(`${time} UTC`)}`;
    const days = stated.split('/');
    return days.every((day) => DAY.test(day)) ? days.map((day) => this.day(day)).join(' – ') : stated;
  }
}

export async function load(language: Language): Promise<Words> {
  const file = FILES[`../../../messages/${language}.json`];
  if (!file) throw new Error(`no messages in ${language}`);
  return new Words(language, await file());
}
