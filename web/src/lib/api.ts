/** The server's answers, as docs/api.md describes them, and how they are fetched. */

export type Text = Record<string, string>;
export interface Coded { code: string; arguments: Record<string, unknown>; entries: string[] }
export interface Actor { id: string | null; name: Text; role: string | null }
export interface RecordHeading {
  name: string; title: Text | null; size: number; reconstructed: boolean; exercise: boolean;
  openingDay: string | null; zone: string; languages: string[];
  /** In whose name this reader may write; null for who only reads; not told in lists. */
  writer?: { actor: string; role: string | null } | null;
}
export interface Reason extends Coded {
  holds: boolean | null; value: number | null; threshold: number | null; decides: string;
}
export interface Adequacy {
  from: string; to: string; windowDays: number; coveredDays: number; coverage: number; power: number;
  upper95: number | null; hours: number; missingHours: number; acts: number; alleged: number; entries: string[];
}
export interface ZoneAssessment { zone: string; name: Text; role: string; level: string; adequacy: Adequacy; reasons: Reason[] }
export interface Audit {
  actsByDay: number[]; exposureByDay: number[]; rate: number | null; rateLow: number | null; rateHigh: number | null;
}
export interface Assessment {
  zones?: ZoneAssessment[]; audit?: Audit;
  level: string; adequacy: Adequacy; statement: Coded[]; reasons: Reason[]; counterfactual: Coded[];
  parameters: { signedBy: string[]; countingRule: Text; entry: string | null }; version: string; seed: number;
}
export interface Deadline { instant: string; day: string; zone: string; inclusive: boolean; words: string }
export interface Position { actor: string; name: Text; stance: string; text: Text; entry: string; day: string }
export interface Obligation {
  id: string; entry: string; instrument: { id: string; name: Text }; point: string; part: string | null; form: string;
  summary: Text; bearers: Actor[]; beneficiaries: Actor[]; verifier: Actor | null; state: string; flags: string[];
  deadline: Deadline | null; originalDeadline: Deadline | null;
  quantity: { value: number; unit: string; done: number } | null; breaches: number;
  dependsOn?: string[]; positions: Position[]; history: { state: string; at: string; day: string; entries: string[] }[]; entries: string[];
}
export interface Said {
  entry: string; speaker: Actor; role: Text | null; text: Text; lang: string | null; quoted: boolean;
  source: { name: string | null; url: string | null }; day: string;
}
export interface Situation {
  record: string; title: Text | null; day: string; at: string; zone: string; cut: string | null;
  known: { size: number; of: number; instant: string | null };
  audience: string; reconstructed: boolean; exercise: boolean; openingDay: string | null; parties: Actor[];
  assessment: Assessment;
  figures: {
    daysSinceLastIncident: number | null; lastIncident: string | null; lastIncidentDay: string | null; lastIncidentEntries: string[];
    daysSinceLastConfirmed: number | null; lastConfirmed: string | null; lastConfirmedDay: string | null; lastConfirmedEntries: string[];
    obligations: number; obligationsByState: Record<string, number>;
  };
  due: Obligation[]; said: Said[]; issued: { entry: string; level: string; by: Text; day: string }[]; changes: Coded[];
}
export interface Incident {
  id: string; class: string; status: string; standing: string; occurred: string; day: string;
  place: { id: string; name: Text; code: string | null } | null; lon: number | null; lat: number | null;
  radius: number | null; sources: number; accused: Actor[]; hours: number | null; summary: Text | null; entries: string[];
}
export interface MapAnswer {
  bounds: number[];
  features: { geometry: GeoJSON.Geometry | null; id: string; properties: Record<string, unknown> & { kind: string } }[];
}
export interface Timeline {
  from: string | null; to: string | null;
  days: { day: string; coverage: number; entries: number; incidents: Record<string, number> }[];
  deadlines: { day: string; obligation: string; original: boolean; state: string; label: string }[];
}
export interface ReportLine {
  entry: string; title: string | null; lang: string | null; publisher: string | null; published: string | null;
  stated: string; agencies: string[]; source: { name: string | null; url: string | null }; entries: string[];
  /** The first report that tells the same story, and the others that do. */
  story?: string; sameStory?: { entry: string; probability?: number | null }[];
}
export interface Author { actor: string; role?: string }
/** An entry as it stands in the record. */
export interface Envelope {
  id: string; kind: string; v: number; author: Author; stated: string; audience: string; body: Record<string, unknown>;
  occurred?: { edtf: string; zone?: string }; where?: unknown; basis?: unknown[];
  replaces?: { entry: string; why: string; withdraws?: boolean };
}
/** An entry that still lacks its id and its author. */
export type Draft = Omit<Envelope, 'id' | 'author'>;
export interface Fact {
  n: string; type: string; label: string; spans: [number, number][]; state: string; status?: string | null;
  normalised?: string | null; role?: string | null; verb?: string | null; date?: string | null; place?: string | null;
  accused?: string | null; accuser?: string | null; lat?: number; lon?: number;
  quantities?: { name: string | null; value: string; unit: string | null; qualifier: string | null }[];
  rule: string | null; confidence: number | null; problem: string | null;
  entry: string | null; draft: Draft | null; review: Envelope | null; made: Envelope | null;
}
/** What may stand in the fields of a correction. */
export interface ReportChoices {
  events: string[]; statuses: string[]; modes: string[]; templates: string[]; units: string[]; qualifiers: string[];
  actors: { id: string; name: Text }[]; places: { id: string; name: Text }[];
}
export interface Report extends ReportLine {
  text: string | null; dir: 'rtl' | 'ltr'; reader: string | null; audience: string; reconstructed: boolean; facts: Fact[];
  /** In whose name this reader decides; null for who only reads. */
  writer: { actor: string; role: string | null; now: string; choices: ReportChoices } | null;
}
export interface EntryWhole {
  entry: Record<string, unknown>; index: number; recorded: string; day: string; summary: Coded;
  basis: { report: string | null; span: [number, number] | null; url: string | null; publisher: string | null;
    source: string | null; information: number | null; observations: string[] }[];
  replacedBy: string | null; withdrawn: boolean; chain: string[]; flags: Coded[];
}

/** A page of a register, whichever it is. */
export interface RegisterPage { register: string; notes: Coded[]; items: Record<string, unknown>[]; next: string | null }
export interface StepDone {
  kind: string; entry: string; day: string; hours: number | null; author: string; by?: Actor; result?: string; words?: Text | null;
  likelihood?: string; confidence?: string; attributedTo?: Actor | null; dissent?: { by: Actor; words: Text }[];
  violation?: boolean; outcome?: string; acknowledgedBy?: Actor[];
}
export interface StepNext extends Coded { kind: string; by: Actor[]; notBy: string | null }
/** An incident on its way from allegation to closure. */
export interface Steps {
  id: string; day: string; class: string; standing: string; step: string; hours: number | null; steps: StepDone[]; next: StepNext[];
  awaited: Actor[]; onePairOfEyes: string[]; entries: string[];
}
export interface LedgerLine { ledger: Actor; day: string; class: string; accused: Actor | null; found: string; incident: string | null; summary: Coded; entries: string[] }
export interface Instrument {
  id: string; name: Text; aliases: string[]; day: string; effective: string | null; signatories: Actor[];
  texts: { language: string; standing: string; address: string | null; sha256: string | null; remark: Text | null }[];
  amends: { id: string; name: Text | null }[]; amendedBy: { id: string; name: Text | null }[]; obligations: number; entries: string[];
}
export interface Waiting {
  id: string; summary: Text; waits: Coded; chain: string[]; missing: string[]; circle: boolean; twoSided: boolean; entries: string[];
  point: string; part: string | null; bearers: Actor[];
}
export interface Falling { id: string; point: string; part: string | null; summary: Text; bearers: Actor[]; state: string; what: string; day: string; overdue: boolean; days: number; falls: Coded; entries: string[]; instrument: { id: string; name: Text } }
export interface ClaimRow { id: string; day: string; claimant: Actor | null; template: string; claimed: Text | null; verdict: string; reasons: Coded[]; otherwise: Coded[]; entries: string[] }

/** What the server answered when it would not. */
export class Refusal extends Error {
  constructor(
    readonly status: number, readonly code: string, sentence: string,
    readonly problems: { code: string; place: string; detail: string }[] = [],
  ) {
    super(sentence);
  }
}

/** The three things that every question names. */
export interface Asked { record: string; at?: string | undefined; known?: string | undefined; audience?: string | undefined }

/** Of a register the pages show every row. */
const ALL = { limit: 'all' };

function query(asked: Asked, more: Record<string, string> = {}): string {
  const out = new URLSearchParams(more);
  for (const key of ['at', 'known', 'audience'] as const) {
    const value = asked[key];
    if (value) out.set(key, value);
  }
  const text = out.toString();
  return text ? `?${text}` : '';
}

async function json<T>(path: string, signal?: AbortSignal, how: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, signal ? { ...how, signal } : how);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, 'unreachable', '');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, body.code ?? 'error', body.detail ?? response.statusText, problems(body));
  return body as T;
}

/** Everything that is wrong: the list where there is one, else the one problem. */
function problems(body: { code?: string; place?: string; detail?: string; problems?: { code: string; place: string; detail: string }[] }) {
  return body.problems ?? [{ code: body.code ?? 'error', place: body.place ?? '', detail: body.detail ?? '' }];
}

const base = (record: string) => `/api/v1/records/${encodeURIComponent(record)}`;

export const api = {
  /** The records and the situation of the one that opens, in one answer. */
  opening: (asked: Partial<Asked> & { day?: string | undefined }) =>
    json<{ records: RecordHeading[]; situation: Situation }>(`/api/v1/records?${new URLSearchParams({
      open: asked.record ?? '',
      ...(asked.day === 'now' ? { day: 'now' } : asked.day ? { at: asked.day } : {}),
      ...(asked.known ? { known: asked.known } : {}),
      ...(asked.audience ? { audience: asked.audience } : {}),
    })}`),
  situation: (asked: Asked, signal?: AbortSignal) => json<Situation>(`${base(asked.record)}/situation${query(asked)}`, signal),
  map: (asked: Asked, signal?: AbortSignal) => json<MapAnswer>(`${base(asked.record)}/map${query(asked)}`, signal),
  timeline: (asked: Asked, signal?: AbortSignal) => json<Timeline>(`${base(asked.record)}/timeline${query({ ...asked, at: undefined })}`, signal),
  obligations: (asked: Asked, signal?: AbortSignal) => json<{ items: Obligation[] }>(`${base(asked.record)}/obligations${query(asked, ALL)}`, signal),
  incidents: (asked: Asked, signal?: AbortSignal) => json<{ items: Incident[] }>(`${base(asked.record)}/incidents${query(asked, ALL)}`, signal),
  reports: (asked: Asked, signal?: AbortSignal) => json<{ items: ReportLine[] }>(`${base(asked.record)}/reports${query(asked, ALL)}`, signal),
  report: (asked: Asked, id: string) => json<Report>(`${base(asked.record)}/reports/${id}${query({ record: asked.record, audience: asked.audience })}`),
  /** Enters one entry, given byte for byte; the same twice is entered once. */
  append: (record: string, entry: string) =>
    json<{ index: number }>(`${base(record)}/entries`, undefined, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: entry }).then(() => undefined),
  assessment: (asked: Asked, signal?: AbortSignal) => json<Assessment>(`${base(asked.record)}/assessment${query(asked)}`, signal),
  /** Rows of any register; every row, unless a `limit` is given. */
  register: <T = Record<string, unknown>>(asked: Asked, register: string, signal?: AbortSignal, more: Record<string, string> = ALL) =>
    json<Omit<RegisterPage, 'items'> & { items: T[] }>(`${base(asked.record)}/${register}${query(asked, more)}`, signal),
  /** The address under which a register is downloaded as a table. */
  table: (asked: Asked, register: string) => `${base(asked.record)}/${register}${query(asked, { format: 'csv' })}`,
  sightings: (record: string, audience?: string) => `${base(record)}/sightings${query({ record, audience })}`,
  geojson: (asked: Asked) => `${base(asked.record)}/map${query(asked)}`,
  items: (asked: Asked) => `${base(asked.record)}/items${query(asked, ALL)}`,
  heading: (asked: Asked, signal?: AbortSignal) => json<RecordHeading>(`${base(asked.record)}`, signal),
  /** A file of the record itself: its bytes, or undefined where there is none. */
  file: async (record: string, name: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const response = await fetch(`${base(record)}/${name}`, signal ? { signal } : {}).catch(() => {
      throw new Refusal(0, 'unreachable', '');
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Refusal(response.status, 'error', response.statusText);
    return new Uint8Array(await response.arrayBuffer());
  },
  receipt: (record: string, id: string) => `${base(record)}/receipt/${encodeURIComponent(id)}`,
  entry: (asked: Asked, id: string) => json<EntryWhole>(`${base(asked.record)}/entries/${id}${query({ record: asked.record, audience: asked.audience })}`),
};
