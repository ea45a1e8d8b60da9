import type { EntryWhole, Steps } from '../lib/api';

/** The parts of an incident's way, in the order in which the profession keeps them apart. */
export const PARTS = ['observed', 'joined', 'verified', 'investigated', 'found', 'ruled', 'responded', 'closed'] as const;
export type Part = (typeof PARTS)[number];

const OF_KIND: Record<string, Part> = {
  IncidentLinked: 'joined', VerificationMade: 'verified', InvestigationMade: 'investigated', FindingMade: 'found', RulingMade: 'ruled', ResponseTaken: 'responded', IncidentClosed: 'closed',
};

export const kindOf = (one: EntryWhole): string => String(one.entry.kind);

/** Which part of the way an entry is; whatever an incident consists of is what was observed, alleged or reported. */
export const partOf = (kind: string): Part => OF_KIND[kind] ?? 'observed';

/** Entries by part, each in order of its day and then of the record; parts with nothing in them are there, empty. */
export function chain(entries: EntryWhole[]): { part: Part; entries: EntryWhole[] }[] {
  const sorted = [...entries].sort((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? -1 : 1));
  return PARTS.map((part) => ({ part, entries: sorted.filter((one) => partOf(kindOf(one)) === part) }));
}

/** Words around a span, cut at white space: what a quotation needs to be understood. Offsets are code points. */
export function around(text: string, [start, end]: [number, number], width = 160): { before: string; marked: string; after: string } {
  const points = [...text];
  let from = Math.max(0, start - width);
  let until = Math.min(points.length, end + width);
  while (from > 0 && from < start && !/\s/.test(points[from] ?? '')) from++;
  while (until < points.length && until > end && !/\s/.test(points[until - 1] ?? '')) until--;
  const line = (piece: string[]) => piece.join('').replace(/\s+/g, ' ');
  return {
    before: (from > 0 ? '… ' : '') + line(points.slice(from, start)).trimStart(), marked: points.slice(start, end).join(''),
    after: line(points.slice(end, until)).trimEnd() + (until < points.length ? ' …' : ''),
  };
}

/** A step that somebody may take: its fields and what may stand in them. */
export interface Field { name: string; form: 'choice' | 'words' | 'actor' | 'actors' | 'bool'; choices?: string[]; must: boolean }

export const FIELDS: Record<string, Field[]> = {
  VerificationMade: [{ name: 'result', form: 'choice', choices: ['confirmed', 'not-confirmed', 'refuted', 'not-possible'], must: true }, { name: 'method', form: 'words', must: false }],
  InvestigationMade: [{ name: 'what', form: 'words', must: true }],
  FindingMade: [
    { name: 'attributedTo', form: 'actor', must: false },
    { name: 'likelihood', form: 'choice', choices: ['almost-no-chance', 'very-unlikely', 'unlikely', 'roughly-even-chance', 'likely', 'very-likely', 'almost-certain'], must: true },
    { name: 'confidence', form: 'choice', choices: ['low', 'moderate', 'high'], must: true }, { name: 'what', form: 'words', must: true },
  ],
  RulingMade: [{ name: 'violation', form: 'bool', must: false }, { name: 'why', form: 'words', must: false }],
  ResponseTaken: [{ name: 'what', form: 'words', must: true }],
  IncidentClosed: [{ name: 'outcome', form: 'choice', choices: ['resolved', 'not-established', 'escalated', 'lapsed'], must: true }, { name: 'how', form: 'words', must: false }, { name: 'acknowledgedBy', form: 'actors', must: false }],
};

export type Filled = Record<string, string | string[]>;
export type Missing = Record<string, 'error-choose' | 'error-empty'>;

export function missing(kind: string, filled: Filled): Missing {
  const out: Missing = {};
  for (const field of FIELDS[kind] ?? []) {
    const value = filled[field.name];
    const empty = value === undefined || (typeof value === 'string' ? !value.trim() : value.length === 0);
    if (field.must && empty) out[field.name] = field.form === 'words' ? 'error-empty' : 'error-choose';
  }
  return out;
}

export interface Taking { id: string; author: { actor: string; role?: string }; stated: string; audience: string; language: string; steps: Steps; closure?: string | undefined; why: string }

/** The entry that a filled form becomes; a closure takes the place of the one that is acknowledged. */
export function entryOf(kind: string, filled: Filled, taking: Taking) {
  const body: Record<string, unknown> = { incident: taking.steps.id };
  if (kind !== 'IncidentClosed') body.by = taking.author.actor;
  for (const field of FIELDS[kind] ?? []) {
    const value = filled[field.name];
    if (value === undefined || value.length === 0) continue;
    if (field.form === 'words') body[field.name] = { [taking.language]: String(value).trim() };
    else if (field.form === 'bool') body[field.name] = value === 'yes';
    else body[field.name] = value;
  }
  return {
    id: taking.id, kind, v: 1, author: taking.author, stated: taking.stated, audience: taking.audience, occurred: { edtf: taking.stated.slice(0, 19) + 'Z' },
    ...(kind === 'IncidentClosed' && taking.closure ? { replaces: { entry: taking.closure, why: taking.why } } : {}), body,
  };
}

/** Whether this writer may take a step: named for it, and not the author of what it judges. */
export function mayTake(next: Steps['next'][number], writer: { actor: string; role: string | null } | null | undefined): boolean {
  if (!writer) return false;
  const me = writer.role ? `${writer.actor}:${writer.role}` : writer.actor;
  return next.by.some((one) => one.id === writer.actor) && next.notBy !== me && next.notBy !== `${writer.actor}, ${writer.role}`;
}
