/**
 * Spans of the record are code points; strings here are UTF-16. `offsets(text)[n]` is the UTF-16 index of code point n,
 * with one entry more for the end.
 */
export function offsets(text: string): Uint32Array {
  const out = new Uint32Array(text.length + 1);
  let points = 0;
  for (let i = 0; i < text.length; ) {
    out[points++] = i;
    i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  }
  out[points] = text.length;
  return out.subarray(0, points + 1);
}

export interface Marked<T> { span: [number, number]; mark: T }
export interface Segment<T> { text: string; marks: T[] }

/** Cuts a text where any span begins or ends; each piece carries the marks that cover it, in the order given. */
export function segments<T>(text: string, marked: Marked<T>[]): Segment<T>[] {
  const at = offsets(text);
  const points = at.length - 1;
  const valid = marked.filter(({ span: [start, end] }) => start >= 0 && start < end && end <= points);
  const cuts = new Set([0, points]);
  for (const { span } of valid) {
    cuts.add(span[0]);
    cuts.add(span[1]);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const out: Segment<T>[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const start = sorted[i - 1] ?? 0;
    const end = sorted[i] ?? 0;
    const marks = valid.filter(({ span }) => span[0] <= start && span[1] >= end).map(({ mark }) => mark);
    out.push({ text: text.slice(at[start], at[end]), marks });
  }
  return out;
}
