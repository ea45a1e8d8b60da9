const DAY_MS = 86_400_000;

/** Days since 1970 of an ISO day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The ISO day of a number of days since 1970. */
export function dayAt(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Fully-covered days after one day, up to and with another: the sum of what each day was covered. Days that are not listed were not watched. */
export function coveredSince(days: { day: string; coverage: number }[], after: string, until: string): number {
  return days.reduce((sum, one) => (one.day > after && one.day <= until ? sum + one.coverage : sum), 0);
}
