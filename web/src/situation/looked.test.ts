import { describe, expect, it } from 'vitest';
import { looked } from './looked';

const storing = () => {
  const held = new Map<string, string>();
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
};

describe('since you last looked', () => {
  it('says nothing at the first visit, and what was seen before at the next', () => {
    const lasting = storing();
    const first = storing();
    expect(looked(lasting, first, 'r', 100, '2021-09-28')).toBeUndefined();
    // Reloaded after the record has grown: still the first visit.
    expect(looked(lasting, first, 'r', 120, '2021-09-29')).toBeUndefined();
    const second = storing();
    expect(looked(lasting, second, 'r', 150, '2021-10-02')).toEqual({ size: 120, day: '2021-09-29' });
    expect(looked(lasting, second, 'r', 160, '2021-10-02')).toEqual({ size: 120, day: '2021-09-29' });
  });
  it('does not forget what was seen when an earlier state is looked at', () => {
    const lasting = storing();
    looked(lasting, storing(), 'r', 100, '2021-09-28');
    looked(lasting, storing(), 'r', 40, '2021-01-01');
    expect(looked(lasting, storing(), 'r', 100, '2021-09-28')?.size).toBe(100);
  });
  it('begins anew where what is stored is of no use', () => {
    const lasting = storing();
    lasting.setItem('truce-looked r', '{broken');
    expect(looked(lasting, storing(), 'r', 5, '2021-01-01')).toBeUndefined();
    expect(looked(lasting, storing(), 'r', 5, '2021-01-01')?.size).toBe(5);
  });
});
