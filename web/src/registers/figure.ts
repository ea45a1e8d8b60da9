import { group } from '../lib/group';
import type { Text } from '../lib/api';
import type { Words } from '../lib/words.svelte';
import { dayAt, dayNumber } from '../time/days';
import { cell, entriesOf, title, word, type Row } from './cells';
import type { Column } from './dictionary';

/** One bar or point of a figure, with the entries that it rests on. */
export interface Mark { at: number; label: string; value: number; text: string; entries: string[] }
export interface Figure { share?: boolean; form: 'time' | 'line' | 'bars'; title: string; marks: Mark[]; from: number; to: number; most: number }

const BINS = 60;
const BARS = 14;

/** What is drawn of a register: what was counted over time, else how many rows each day had, else how much of each sort. */
export function figure(columns: Column[], rows: Row[], w: Words): Figure | undefined {
  if (rows.length < 2) return undefined;
  const day = columns.find(({ field, type }) => type === 'day' && ['day', 'from', 'sinceDay', 'adopted'].includes(field));
  const dated = day ? rows.filter((row) => typeof row[day.field] === 'string') : [];
  const days = new Set(dated.map((row) => row[day?.field ?? '']));
  if (day && days.size > 3) {
    const watched = shares(columns, day, dated, w);
    if (watched) return watched;
    const total = columns.find(({ field, type }) => field === 'total' && type.includes('number'));
    const counted = total ? dated.filter((row) => typeof row[total.field] === 'number') : [];
    // Totals of different populations are no one line: the one that was counted most often is drawn, and named.
    const [one] = [...group(counted, (row) => (row.population ? w.text(row.population as Text) : ''))].sort((a, b) => b[1].length - a[1].length);
    return total && one && one[1].length > 2 ? line(day, total, one[1], one[0], w) : histogram(day, dated, w);
  }
  return bars(columns, rows, w);
}

/** A share of each single day, of the whole where there are zones too. */
function shares(columns: Column[], day: Column, rows: Row[], w: Words): Figure | undefined {
  const share = columns.find(({ unit }) => unit.startsWith('share'));
  if (!share || !columns.some(({ field }) => field === 'lineKm')) return undefined;
  const days = rows.filter((row) => row.zone === null && typeof row[share.field] === 'number' && (row.to === undefined || row.to === row[day.field]));
  if (days.length < 3) return undefined;
  const marks = days.map((row) => ({ at: dayNumber(String(row[day.field])), label: w.day(String(row[day.field])), value: Number(row[share.field]), text: w.percent(Number(row[share.field])), entries: entriesOf(row) }));
  return { ...framed('line', `${title(share.field, w)} · ${w.say('whole-line')}`, marks.sort((a, b) => a.at - b.at)), most: 1, share: true };
}

function line(day: Column, total: Column, rows: Row[], population: string, w: Words): Figure {
  const marks = rows
    .map((row) => ({
      at: dayNumber(String(row[day.field])), label: w.day(String(row[day.field])), value: Number(row[total.field]), text: w.grouped(Number(row[total.field])), entries: entriesOf(row),
    }))
    .sort((a, b) => a.at - b.at);
  return framed('line', [title(total.field, w), population].filter(Boolean).join(' · '), marks);
}

/** Rows by stretches of days, as many as the width can tell apart. */
function histogram(day: Column, rows: Row[], w: Words): Figure {
  const numbers = rows.map((row) => dayNumber(String(row[day.field])));
  const first = Math.min(...numbers);
  const width = Math.max(1, Math.ceil((Math.max(...numbers) - first + 1) / BINS));
  const bins = group(rows, (row) => first + Math.floor((dayNumber(String(row[day.field])) - first) / width) * width);
  const marks = [...bins].map(([at, list]) => ({
    at, label: width === 1 ? w.day(dayAt(at)) : `${w.day(dayAt(at))} – ${w.day(dayAt(at + width - 1))}`, value: list.length, text: w.grouped(list.length), entries: list.flatMap(entriesOf),
  }));
  return framed('time', w.say('ui-rows-by-day', { days: width }), marks.sort((a, b) => a.at - b.at));
}

/** A measured value of each row where rows are few and named; else how many rows have each word of the vocabulary. */
function bars(columns: Column[], rows: Row[], w: Words): Figure | undefined {
  const name = columns.find(({ field }) => ['by', 'zone', 'group', 'ledger', 'name', 'id'].includes(field));
  const measure = columns.find(({ type, unit, field }) => type.includes('number') && field !== 'index' && (unit.startsWith('share') || ['km', 'h', 'days', 'persons', 'm²', 'number', ''].includes(unit)) && new Set(rows.map((row) => row[field])).size > 1);
  if (name && measure && rows.length <= BARS) {
    const marks = rows.flatMap((row, i) => {
      const value = cell(measure, row, w);
      return value.number ? [{ at: i, label: cell(name, row, w).text, value: Number(value.sort), text: value.text, entries: entriesOf(row) }] : [];
    });
    if (marks.length > 1) return framed('bars', title(measure.field, w), marks);
  }
  const telling = ['verdict', 'state', 'status', 'found', 'agreement', 'weight'];
  const varied = columns.filter(({ field, type }) => type === 'word' && new Set(rows.map((row) => row[field])).size > 1);
  const sort = varied.find(({ field }) => telling.includes(field)) ?? varied[0] ?? columns.find(({ type }) => type === 'word' || type === 'code');
  if (!sort) return undefined;
  const groups = [...group(rows.filter((row) => row[sort.field]), (row) => String(row[sort.field]))].sort((a, b) => b[1].length - a[1].length).slice(0, BARS);
  if (groups.length < 2 || groups.every(([, list]) => list.length === 1)) return undefined;
  return framed('bars', title(sort.field, w), groups.map(([value, list], i) => ({ at: i, label: word(sort.field, value, w), value: list.length, text: w.grouped(list.length), entries: list.flatMap(entriesOf) })));
}

function framed(form: Figure['form'], heading: string, marks: Mark[]): Figure {
  const at = marks.map((one) => one.at);
  return { form, title: heading, marks, from: Math.min(...at), to: Math.max(...at), most: Math.max(...marks.map((one) => one.value), 0) };
}

/** A round number at or above a value: the end of an axis. */
export function round(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((one) => one * unit >= value) ?? 10) * unit;
}
