import { dayAt, dayNumber } from '../time/days';

/** The days of a month in weeks of seven; null before its first and after its last day. Weekdays are 1 (Monday) to 7. */
export function month(which: string, firstWeekday: number): (string | null)[][] {
  const first = dayNumber(`${which}-01`);
  const [year = 1970, number = 1] = which.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  // 1970-01-01 was a Thursday.
  const weekday = ((((first + 3) % 7) + 7) % 7) + 1;
  const before = (weekday - firstWeekday + 7) % 7;
  const cells: (string | null)[] = [...Array<null>(before).fill(null), ...Array.from({ length }, (_, i) => dayAt(first + i))];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

/** In Arabic the week begins on Saturday, else on Monday. */
export const firstWeekday = (language: string): number => (language === 'ar' ? 6 : 1);
