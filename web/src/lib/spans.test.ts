import { describe, expect, it } from 'vitest';
import { offsets, segments } from './spans';

describe('spans are code points, strings are UTF-16', () => {
  it('counts a character outside the basic plane once', () => {
    expect([...offsets('a𐎀b')]).toEqual([0, 1, 3, 4]);
    expect(segments('a𐎀b', [{ span: [1, 2], mark: 'x' }]).map((one) => [one.text, one.marks])).toEqual([
      ['a', []], ['𐎀', ['x']], ['b', []],
    ]);
  });
  it('cuts overlapping facts where either begins or ends and loses no letter', () => {
    const text = 'وقال لافروف إن الوضع مستقر';
    const pieces = segments(text, [
      { span: [5, 11], mark: 'actor' }, { span: [0, 26], mark: 'event' }, { span: [12, 26], mark: 'statement' },
    ]);
    expect(pieces.map((one) => one.text).join('')).toBe(text);
    expect(pieces.find((one) => one.text === 'لافروف')?.marks).toEqual(['actor', 'event']);
    expect(pieces.at(-1)?.marks).toEqual(['event', 'statement']);
  });
  it('leaves out spans that the text does not have', () => {
    expect(segments('abc', [{ span: [2, 9], mark: 'x' }, { span: [2, 2], mark: 'y' }])).toEqual([{ text: 'abc', marks: [] }]);
  });
  it('marks exactly the code points of every span, whatever the planes and overlaps', () => {
    let state = 20210928;
    const below = (n: number) => (state = (state * 48271) % 2147483647) % n;
    for (let round = 0; round < 200; round++) {
      const points = Array.from({ length: 1 + below(30) }, () => ['a', 'ж', 'ع', '𝄞', '🕊', '\n'][below(6)] ?? 'a');
      const marked = Array.from({ length: below(6) }, (_, mark) => {
        const start = below(points.length);
        return { span: [start, start + 1 + below(points.length - start)] as [number, number], mark };
      });
      const pieces = segments(points.join(''), marked);
      expect(pieces.map((one) => one.text).join('')).toBe(points.join(''));
      for (const { span, mark } of marked) {
        const covered = pieces.filter((one) => one.marks.includes(mark)).map((one) => one.text).join('');
        expect(covered).toBe(points.slice(...span).join(''));
      }
    }
  });
});
