/** The fields of a correction: from what stands to fields, what is wrong with them, and back to an entry. Pure. */
import type { Draft, Fact, Report, ReportChoices, Text } from '../lib/api';

export interface Numbered { name: string; value: string; unit: string; qualifier: string }
export interface Form {
  type: string; status: string; date: string; place: string; accused: string; accuser: string; quantities: Numbered[];
  speaker: string; role: string; mode: string; verb: string; claimant: string; meaning: string; why: string;
}
/** Codes of messages, by field; the fields of a number are `quantities.N.value` and so on, `` is the whole. */
export type Errors = Record<string, string>;

type Body = Record<string, unknown>;
interface Named { actor?: string; name?: string; role?: string }
interface Counted { name: string; amount: { value: number; unit: string; qualifier?: string; low?: number; high?: number } }
interface Where { place?: string; geometry?: { type: string; coordinates: number[] }; radiusMetres?: number }

const KINDS: Record<string, string> = { statement: 'StatementMade', event: 'EventReported', claim: 'ClaimMade' };
const COORDINATES = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;
/** One side of a date or an interval; the record knows the rest of EDTF. */
const DATE = /^(\.\.|[\dX]{4}[?~%]?(-[\dX]{2}[?~%]?(-[\dX]{2}[?~%]?(T[\d:.]{4,15}(Z|[+-]\d\d:\d\d)?)?)?)?)$/;

export type Speak = (text: Text) => string;
const fold = (text: string) => text.trim().toLowerCase();

function named(list: { id: string; name: Text }[], text: string): string | undefined {
  const wanted = fold(text);
  return list.find((one) => fold(one.id) === wanted || Object.values(one.name).some((name) => fold(name) === wanted))?.id;
}

function nameOf(value: unknown, choices: ReportChoices, speak: Speak): string {
  const one = value as Named | undefined;
  if (!one) return '';
  const known = choices.actors.find((actor) => actor.id === one.actor);
  return known ? speak(known.name) : (one.name ?? one.actor ?? '');
}

function placeOf(where: Where | undefined, fact: Fact, choices: ReportChoices, speak: Speak): string {
  if (!where) return '';
  const known = choices.places.find((place) => place.id === where.place);
  if (known) return speak(known.name);
  if (where.place) return where.place;
  if (fact.place) return fact.place;
  const [lon, lat] = where.geometry?.type === 'Point' ? where.geometry.coordinates : [];
  return lat === undefined || lon === undefined ? '' : `${lat}, ${lon}`;
}

/** The fields as they stand: of the entry that the fact became, else of what the machine read. */
export function fields(fact: Fact, base: Draft | null, choices: ReportChoices, speak: Speak): Form {
  const body = (base?.body ?? {}) as Body;
  const counted = (body.quantities ?? []) as Counted[];
  return {
    type: String(body.event ?? body.template ?? ''), status: String(body.status ?? ''),
    date: base?.occurred?.edtf ?? (base ? '' : (fact.date ?? '')), place: placeOf(base?.where as Where | undefined, fact, choices, speak),
    accused: nameOf(body.accused, choices, speak), accuser: nameOf(body.accuser, choices, speak),
    quantities: counted.map(({ name, amount }) => ({ name, value: String(amount.value), unit: amount.unit, qualifier: amount.qualifier ?? 'exact' })),
    speaker: nameOf(body.speaker, choices, speak), role: (body.speaker as Named | undefined)?.role ?? '', mode: String(body.mode ?? ''),
    verb: String(body.verb ?? ''), claimant: nameOf(body.claimant, choices, speak),
    meaning: fact.review?.body.instead ? String(fact.review.body.instead) : (fact.normalised ?? ''), why: '',
  };
}

/** Whether it is written as a date, and every day that is written out exists: 2021-02-30 does not. */
function isDate(text: string): boolean {
  return text.split('/').length < 3 && text.split('/').every((side) => DATE.test(side)) && (text.match(/\d{4}-\d\d-\d\d/g) ?? []).every((day) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date && month <= 12;
  });
}

function position(text: string, fact: Fact, report: Report, choices: ReportChoices): Where | undefined {
  const known = named(choices.places, text);
  if (known) return { place: known };
  const [, lat, lon] = COORDINATES.exec(text) ?? [];
  if (lat && lon && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180) {
    return { geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] } };
  }
  const read = report.facts.find((one) => one.type === 'place' && [one.label, one.normalised ?? ''].some((name) => fold(name) === fold(text)));
  return read?.lat === undefined || read.lon === undefined ? undefined : { geometry: { type: 'Point', coordinates: [read.lon, read.lat] } };
}

/** What is wrong with the fields, before anything is sent. */
export function check(form: Form, before: Form, fact: Fact, report: Report, choices: ReportChoices): Errors {
  const errors: Errors = {};
  const needs = (field: keyof Form & string, code: string) => {
    if (!String(form[field]).trim()) errors[field] = code;
  };
  if (fact.type === 'event' || fact.type === 'claim') needs('type', 'error-choose');
  if (fact.type === 'event') needs('status', 'error-choose');
  if (fact.type === 'statement') needs('mode', 'error-choose');
  if (!(fact.type in KINDS)) {
    needs('meaning', 'error-empty');
    if (fact.type === 'date' && form.meaning.trim() && !isDate(form.meaning.trim())) errors.meaning = 'error-date';
    return errors;
  }
  const date = form.date.trim();
  if (date && !isDate(date)) errors.date = 'error-date';
  if (fact.type === 'event' && form.place.trim() && form.place !== before.place && !position(form.place, fact, report, choices)) errors.place = 'error-place';
  form.quantities.forEach((one, i) => {
    if (!one.name.trim()) errors[`quantities.${i}.name`] = 'error-empty';
    if (!/^\d+(\.\d+)?$/.test(one.value.trim())) errors[`quantities.${i}.value`] = 'error-number';
    if (!one.unit) errors[`quantities.${i}.unit`] = 'error-choose';
  });
  return errors;
}

function actor(text: string, before: string, old: unknown, choices: ReportChoices, role?: string): Named | undefined {
  const name = text.trim();
  if (!name) return undefined;
  const known = named(choices.actors, name);
  const who: Named = name === before && old ? { ...(old as Named) } : { ...(known ? { actor: known } : {}), name };
  if (role === undefined) return who;
  delete who.role;
  return role.trim() ? { ...who, role: role.trim() } : who;
}

function put(body: Body, field: string, value: unknown): void {
  if (value === undefined || value === '') delete body[field];
  else body[field] = value;
}

/** The entry that the fields say; what they do not touch stays as it stands. Call only where {@link check} found nothing. */
export function entry(form: Form, before: Form, fact: Fact, base: Draft | null, report: Report, choices: ReportChoices): Draft | null {
  const kind = KINDS[fact.type];
  if (!kind) return null;
  const [start, end] = fact.spans[0] ?? [0, 1];
  const words = report.text ? [...report.text].slice(start, end).join('').trim() : fact.label;
  const whole: Draft = base
    ? (JSON.parse(JSON.stringify(base)) as Draft)
    : { kind, v: 1, stated: report.stated, audience: report.audience, basis: [{ report: report.entry, span: { start, end } }],
        body: { [fact.type === 'event' ? 'what' : 'words']: { [report.lang ?? 'und']: words } } };
  delete (whole as Partial<Record<string, unknown>>).replaces;
  const body = whole.body;
  if (form.date.trim() !== before.date || !base) {
    if (form.date.trim()) whole.occurred = { ...whole.occurred, edtf: form.date.trim() };
    else delete whole.occurred;
  }
  if (fact.type === 'event') {
    put(body, 'event', form.type);
    put(body, 'status', form.status);
    put(body, 'accused', actor(form.accused, before.accused, body.accused, choices));
    put(body, 'accuser', actor(form.accuser, before.accuser, body.accuser, choices));
    if (form.place !== before.place) {
      const where = form.place.trim() ? position(form.place, fact, report, choices) : undefined;
      if (where) whole.where = where;
      else delete whole.where;
    }
    const old = (body.quantities ?? []) as Counted[];
    put(body, 'quantities', form.quantities.length === 0 ? undefined : form.quantities.map((one) => numbered(one, old)));
  } else if (fact.type === 'statement') {
    put(body, 'speaker', actor(form.speaker, before.speaker, body.speaker, choices, form.role));
    put(body, 'mode', form.mode);
    put(body, 'verb', form.verb.trim());
  } else {
    put(body, 'template', form.type);
    put(body, 'claimant', actor(form.claimant, before.claimant, body.claimant, choices));
  }
  return whole;
}

function numbered(one: Numbered, old: Counted[]): Counted {
  const amount: Counted['amount'] = { value: Number(one.value), unit: one.unit };
  if (one.qualifier && one.qualifier !== 'exact') amount.qualifier = one.qualifier;
  const same = old.find((was) => was.name === one.name.trim() && was.amount.value === amount.value && was.amount.unit === amount.unit);
  return { name: one.name.trim(), amount: same ? { ...same.amount, ...amount } : amount };
}

const PLACES: [RegExp, (match: RegExpExecArray) => string][] = [
  [/^\/occurred\b/, () => 'date'], [/^\/where\b/, () => 'place'], [/^\/body\/(event|template)\b/, () => 'type'],
  [/^\/body\/(status|accused|accuser|speaker|mode|verb|claimant)\b/, (match) => match[1] ?? ''],
  [/^\/body\/quantities\/(\d+)\/name\b/, (match) => `quantities.${match[1]}.name`],
  [/^\/body\/quantities\/(\d+)\b/, (match) => `quantities.${match[1]}.value`],
  [/^\/body\/instead\b/, () => 'meaning'], [/^\/body\/why\b/, () => 'why'],
];

/** The field beside which a problem of the record belongs; the whole form where it is none of its fields. */
export function fieldOf(place: string): string {
  for (const [pattern, field] of PLACES) {
    const match = pattern.exec(place);
    if (match) return field(match);
  }
  return '';
}
