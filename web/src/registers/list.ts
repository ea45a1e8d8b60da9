import type { Words } from '../lib/words.svelte';
import { matches, stems } from '../lib/search';
import { cell, type Row } from './cells';
import type { Column } from './dictionary';

/** A register narrowed and sorted as its address says. */
export interface Asked { q: string; filter: Map<string, string>; sort: string | undefined }

/** `field:value` joined by `;`; anything else is left out. */
export function filters(text: string | undefined): Map<string, string> {
  const pairs = (text ?? '').split(';').map((one) => one.split(/:(.*)/s)).filter(([field, value]) => field && value);
  return new Map(pairs.map(([field = '', value = '']) => [field, decodeURIComponent(value)]));
}

export function filterText(of: Map<string, string>): string | undefined {
  return [...of].filter(([, value]) => value).map(([field, value]) => `${field}:${encodeURIComponent(value)}`).join(';') || undefined;
}

/** The columns by which a reader may narrow the list: few different words in them, and more than one. */
export function facets(columns: Column[], rows: Row[], w: Words): { column: Column; values: string[] }[] {
  return columns
    .filter(({ type }) => ['word', 'code', 'actor', 'namedZone', 'zoneWithRole', 'figureZone', 'instrument', 'language tag', 'words', 'place', 'list of words'].includes(type))
    .map((column) => ({ column, values: [...new Set(rows.map((row) => cell(column, row, w).text))].filter(Boolean) }))
    .filter(({ values }) => values.length > 1 && values.length <= 16)
    .map(({ column, values }) => ({ column, values: values.sort((a, b) => a.localeCompare(b, w.language)) }))
    .slice(0, 4);
}

export function listed(columns: Column[], rows: Row[], asked: Asked, w: Words): Row[] {
  const by = new Map(columns.map((column) => [column.field, column]));
  let out = rows.filter((row) => [...asked.filter].every(([field, value]) => {
    const column = by.get(field);
    return !column || cell(column, row, w).text === value;
  }));
  if (asked.q.trim()) {
    out = out.filter((row) => matches(stems(columns.map((column) => cell(column, row, w).text).join(' ') + ' ' + wordsOf(row)), asked.q));
  }
  const down = asked.sort?.startsWith('-');
  const column = by.get(asked.sort?.replace(/^-/, '') ?? '');
  if (!column) return out;
  const keyed = out.map((row) => ({ row, key: cell(column, row, w) }));
  keyed.sort((a, b) => {
    if (a.key.text === '' || b.key.text === '') return a.key.text === b.key.text ? 0 : a.key.text === '' ? 1 : -1;
    const one = a.key.number && b.key.number ? Number(a.key.sort) - Number(b.key.sort) : String(a.key.sort).localeCompare(String(b.key.sort), w.language);
    return down ? -one : one;
  });
  return keyed.map(({ row }) => row);
}

/** Every word of a row in whichever language: who searches may use another than the one that is shown. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? '' : value;
  if (Array.isArray(value)) return value.map(wordsOf).join(' ');
  if (value && typeof value === 'object') return Object.entries(value).map(([key, one]) => (key === 'entries' ? '' : wordsOf(one))).join(' ');
  return '';
}
