import { describe, expect, it } from 'vitest';
import { coveredSince, dayAt, dayNumber } from './days';

describe('days', () => {
  it('numbers days and back', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayAt(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });
  it('counts a day as far as it was covered, and not the day of the incident itself', () => {
    const days = [{ day: '2021-01-01', coverage: 1 }, { day: '2021-01-02', coverage: 0.25 }, { day: '2021-01-04', coverage: 0.5 }, { day: '2021-01-05', coverage: 1 }];
    expect(coveredSince(days, '2021-01-01', '2021-01-04')).toBe(0.75);
    expect(coveredSince(days, '2021-01-05', '2021-01-09')).toBe(0);
  });
});
