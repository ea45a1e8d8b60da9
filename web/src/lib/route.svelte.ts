import { LANGUAGES, type Language } from './words.svelte';

export const VIEWS = ['situation', 'map', 'incidents', 'agreement', 'reports', 'registers', 'record'] as const;
export type View = (typeof VIEWS)[number];

/** Where the reader is. Everything that a link must carry stands in the address. */
export interface Place {
  record?: string | undefined;
  /** The page; none is the situation. */
  view?: View | undefined;
  day?: string | undefined;
  known?: string | undefined;
  audience?: string | undefined;
  lang: Language;
  report?: string | undefined;
  register?: string | undefined;
  incident?: string | undefined;
  /** Words that are looked for in a list. */
  q?: string | undefined;
  /** What a list is narrowed to: `field:value` joined by `;`. */
  filter?: string | undefined;
  /** The column by which a list is sorted, with `-` before it from the greatest down. */
  sort?: string | undefined;
  /** Entries that are open beside the page, comma-separated. */
  entries?: string | undefined;
}

const KEYS = ['record', 'view', 'day', 'known', 'audience', 'report', 'register', 'incident', 'q', 'filter', 'sort', 'entries'] as const;
/** What belongs to one page and does not go along to another. */
const OWN = { report: undefined, register: undefined, incident: undefined, q: undefined, filter: undefined, sort: undefined, entries: undefined };

/** A change of place to another page of the same day, knowledge, audience and language. */
export function to(view: View, more: Partial<Place> = {}): Partial<Place> {
  return { ...OWN, view: view === 'situation' ? undefined : view, ...more };
}

/** The page that an address shows; an address of an earlier release shows what it showed then. */
export function viewOf(place: Place): View {
  if (place.report) return 'reports';
  const view = place.view as string | undefined;
  if (view === 'obligations') return 'agreement';
  return VIEWS.find((one) => one === view) ?? 'situation';
}

function preferred(): Language {
  const stored = localStorage.getItem('truce-lang');
  const asked = [stored ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return asked.find((tag): tag is Language => (LANGUAGES as readonly string[]).includes(tag)) ?? 'en';
}

function read(): Place {
  const query = new URLSearchParams(location.search);
  const lang = query.get('lang');
  const place: Place = { lang: (LANGUAGES as readonly string[]).includes(lang ?? '') ? (lang as Language) : preferred() };
  for (const key of KEYS) {
    const value = query.get(key);
    if (value) (place as unknown as Record<string, string>)[key] = value;
  }
  return place;
}

export const route = $state<{ at: Place }>({ at: read() });

export function link(change: Partial<Place>): string {
  const next = { ...route.at, ...change };
  const query = new URLSearchParams();
  for (const key of [...KEYS, 'lang'] as const) {
    const value = next[key];
    if (value) query.set(key, value);
  }
  return `?${query.toString()}`;
}

export function go(change: Partial<Place>, replace = false): void {
  const address = link(change);
  if (change.lang) localStorage.setItem('truce-lang', change.lang);
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  route.at = read();
}

/** Follows a link within the page, unless the reader wants it in another window. */
export function follow(event: MouseEvent, change: Partial<Place>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(change);
}

addEventListener('popstate', () => {
  route.at = read();
});
