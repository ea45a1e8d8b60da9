import { LANGUAGES, type Language } from './words.svelte';

/** Where the reader is. Everything that a link must carry stands in the address. */
export interface Place {
  record?: string | undefined;
  view?: 'obligations' | 'incidents' | 'reports' | undefined;
  day?: string | undefined;
  known?: string | undefined;
  audience?: string | undefined;
  lang: Language;
  report?: string | undefined;
  /** Entries that are open beside the page, comma-separated. */
  entries?: string | undefined;
}

const KEYS = ['record', 'view', 'day', 'known', 'audience', 'report', 'entries'] as const;

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

addEventListener('popstate', () => {
  route.at = read();
});
