import type { Coded, Text } from '../lib/api';
import type { Words } from '../lib/words.svelte';
import type { Column } from './dictionary';

export type Row = Record<string, unknown>;

/** What stands in one cell: words, by what it is sorted, and whether it is a number. */
export interface Cell { text: string; sort: string | number; number: boolean; share?: number }

const NOTHING: Cell = { text: '', sort: '', number: false };
/** Under which words of the vocabulary the words of a field stand, where not under its own name. */
const VOCABULARY: Record<string, string[]> = {
  class: ['act', 'seen'], standing: ['status'], timingByOriginal: ['timing'], what: ['due', 'unit'], flags: ['flag'], word: ['word', 'attribution'],
  by: ['by'], who: ['who'], type: ['type', 'actor-type'], progress: ['col'], days: ['days'], likelihood: ['confidence'],
};
/** Never in a table: what only a map shows, what is the same in another form, and ids that every row has. */
const HIDDEN = new Set(['GeoJSON geometry', 'JSON object', 'claimQuery', 'term', 'periods']);
const HIDDEN_FIELDS = new Set(['lon', 'lat', 'definition', 'rule', 'ownRule', 'missionRule']);
/** Said already by another field of the same row, where that is there. */
const SAID_BY: Record<string, string> = {
  occurred: 'day', stated: 'day', author: 'day', index: 'day', fromInstant: 'from', untilInstant: 'until', since: 'sinceDay', at: 'day', part: 'point',
  overdue: 'falls', what: 'falls', days: 'falls', arguments: 'sentence',
};

/** The columns that a table shows: those in which some row has something to say. */
export function shown(all: Column[], rows: Row[], w: Words): Column[] {
  const names = new Set(all.map((one) => one.field));
  return all.filter(({ field, type }) => {
    if (HIDDEN.has(type) || HIDDEN_FIELDS.has(field) || type === 'list of entry ids') return false;
    if (type === 'entry id' && (field === 'id' || field === 'entry' || field === 'story')) return false;
    const other = SAID_BY[field];
    if (other && names.has(other)) return false;
    if ((field === 'kind' || field === 'audience') && new Set(rows.map((row) => row[field])).size === 1) return false;
    return rows.some((row) => cell({ field, type, unit: '', about: '' }, row, w).text !== '');
  });
}

export function title(field: string, w: Words): string {
  const special: Record<string, string> = {
    class: 'col-act', lang: 'col-language', sameStory: 'col-same-story', originalDeadline: 'col-original-deadline', entries: 'entries', coverage: 'col-covered',
  };
  const code = special[field] ?? `col-${field}`;
  return w.has(code) ? w.say(code) : field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function word(field: string, value: string, w: Words): string {
  const form = value.toLowerCase().replaceAll('_', '-');
  const code = [...(VOCABULARY[field] ?? []), field].flatMap((prefix) => [`${prefix}-${value}`, `${prefix}-${form}`]).find((one) => w.has(one));
  return code ? w.say(code) : value;
}

export function cell({ field, type, unit, about }: Column, row: Row, w: Words): Cell {
  const value = row[field];
  if (type === 'sentence') {
    const coded = (value ?? ('code' in row ? row : undefined)) as Coded | undefined;
    return coded ? said(w.coded(coded)) : NOTHING;
  }
  if (value === null || value === undefined || value === '') return field === 'zone' && 'lineKm' in row ? said(w.say('whole-line')) : field === 'by' && typeof row.who === 'string' ? said(word('who', row.who, w)) : NOTHING;
  if (typeof value === 'number') return number(value, unit || (about.startsWith('Share') ? 'share' : ''), w);
  if (typeof value === 'boolean') return said(w.say(value ? 'ui-yes' : 'ui-no'));
  switch (type) {
    case 'day':
    case 'EDTF date':
      return { text: w.date(String(value)), sort: String(value), number: false };
    case 'instant':
      return { text: instant(String(value)), sort: String(value), number: false };
    case 'deadline':
      return { text: phrase(field, value, w), sort: String((value as Row).day ?? ''), number: false };
    case 'text':
      return field === 'point' ? said(`§${String(value)}${String(row.part ?? '')}`) : said(String(value));
    default:
      return said(phrase(field, value, w));
  }
}

function said(text: string): Cell {
  return { text, sort: text.toLowerCase(), number: false };
}

function number(value: number, unit: string, w: Words): Cell {
  const share = unit.startsWith('share');
  return { text: share ? w.percent(value) : w.grouped(value), sort: value, number: true, ...(share ? { share: value } : {}) };
}

/** An instant to the minute, in Universal Time. */
export function instant(value: string): string {
  return `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`;
}

const WORDS_KEYS = /^(und|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/;

function isText(value: object): value is Text {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, words]) => WORDS_KEYS.test(key) && key.length <= 3 && typeof words === 'string');
}

/** Any value of the API in words: what has a name is called by it, what is coded is said, what is of parts is told part by part. */
export function phrase(field: string, value: unknown, w: Words): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return w.grouped(value);
  if (typeof value === 'boolean') return w.say(value ? 'ui-yes' : 'ui-no');
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return instant(value);
    return /^\d{4}-\d\d-\d\d(\/|$)/.test(value) ? w.date(value) : word(field, value, w);
  }
  if (Array.isArray(value)) return value.map((one) => phrase(field, one, w))
    .filter(Boolean)
    .join(value.some((one) => typeof one === 'object' && one !== null && 'code' in one) ? ' ' : '; ');
  const row = value as Row;
  if (typeof row.code === 'string' && 'arguments' in row) return w.coded(row as unknown as Coded);
  if (isText(row)) return w.text(row);
  const name = row.name && typeof row.name === 'object' ? w.text(row.name as Text) : '';
  const deadline = typeof row.day === 'string' && 'inclusive' in row;
  if (deadline) return w.date(String(row.day));
  const parts = Object.entries(row)
    .filter(([key, part]) => part !== null && key !== 'name' && !LEFT_OUT.has(key) && !(name && (key === 'id' || key === 'role' || key === 'actor')))
    .map(([key, part]) => phrase(key, part, w))
    .filter(Boolean);
  if (field === 'classes' || field === 'counts') return Object.entries(row).map(([key, part]) => `${word('class', key, w)} ${phrase(key, part, w)}`).join(', ');
  return name && parts.length ? `${name} (${parts.join(', ')})` : name || parts.join(', ');
}

/** What a person does not read in a list of parts. */
const LEFT_OUT = new Set(['entry', 'entries', 'author', 'sha256', 'url', 'hours', 'notBy', 'arguments', 'at', 'instant', 'zone', 'terms']);

export function entriesOf(row: Row): string[] {
  const list = row.entries;
  return Array.isArray(list) ? (list as string[]) : typeof row.id === 'string' && 'kind' in row ? [row.id] : [];
}
