/**
 * Observations as the server gives them, in columns, and what a canvas and a click need of them: sorted by day, so that a
 * slider's window is a stretch of the columns, and by cells of a grid, so that a click looks at a few only.
 */
export interface Columns {
  count: number; firstDay: number; bounds: [number, number, number, number]; classes: string[];
  /** By day: where the rows of day `firstDay + d` begin; one more for the end. */
  starts: Uint32Array; index: Uint32Array; x: Uint16Array; y: Uint16Array; seen: Uint8Array; gone: Uint32Array;
  /** By cell: where its rows begin in `rows`. */
  cells: Uint32Array; rows: Uint32Array;
}

interface Heading { count: number; firstDay: string; bounds: [number, number, number, number]; classes: string[]; replaced: number }

const STEPS = 65_536;
export const NEVER = 0xffffffff;
const CELL_BITS = 8;
const CELLS = 1 << CELL_BITS;
const DAY_MS = 86_400_000;
const eight = (at: number) => Math.ceil(at / 8) * 8;

/** Reads the columns and sorts them. Costs four passes; about 26 bytes an observation. */
export function columns(buffer: ArrayBuffer): Columns {
  const length = new DataView(buffer).getUint32(0, true);
  const heading = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Heading;
  const { count } = heading;
  let at = 4 + length;
  const take = <T>(make: (buffer: ArrayBuffer, at: number, count: number) => T, size: number, of = count): T => {
    const out = make(buffer, at, of);
    at = eight(at + size * of);
    return out;
  };
  const index = take((b, o, n) => new Uint32Array(b, o, n), 4);
  const day = take((b, o, n) => new Uint16Array(b, o, n), 2);
  const x = take((b, o, n) => new Uint16Array(b, o, n), 2);
  const y = take((b, o, n) => new Uint16Array(b, o, n), 2);
  const seen = take((b, o, n) => new Uint8Array(b, o, n), 1);
  const replaced = take((b, o, n) => new Uint32Array(b, o, n), 4, heading.replaced);
  const by = take((b, o, n) => new Uint32Array(b, o, n), 4, heading.replaced);
  const gone = new Uint32Array(count).fill(NEVER);
  replaced.forEach((row, i) => (gone[row] = by[i] ?? NEVER));

  let days = 0;
  for (let i = 0; i < count; i++) days = Math.max(days, (day[i] ?? 0) + 1);
  const { starts, order } = sorted(count, days, (i) => day[i] ?? 0);
  const out: Columns = {
    count, firstDay: Math.round(Date.parse(`${heading.firstDay}T00:00:00Z`) / DAY_MS), bounds: heading.bounds, classes: heading.classes, starts,
    index: new Uint32Array(count), x: new Uint16Array(count), y: new Uint16Array(count), seen: new Uint8Array(count), gone: new Uint32Array(count), cells: starts, rows: order,
  };
  for (let to = 0; to < count; to++) {
    const from = order[to] ?? 0;
    out.index[to] = index[from] ?? 0;
    out.x[to] = x[from] ?? 0;
    out.y[to] = y[from] ?? 0;
    out.seen[to] = seen[from] ?? 0;
    out.gone[to] = gone[from] ?? NEVER;
  }
  const grid = sorted(count, CELLS * CELLS, (i) => cellOf(out.x[i] ?? 0, out.y[i] ?? 0));
  out.cells = grid.starts;
  out.rows = grid.order;
  return out;
}

const cellOf = (x: number, y: number) => ((y >> (16 - CELL_BITS)) << CELL_BITS) | (x >> (16 - CELL_BITS));

/** A stable counting sort. */
function sorted(count: number, keys: number, key: (i: number) => number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(keys + 1);
  for (let i = 0; i < count; i++) {
    const k = key(i) + 1;
    starts[k] = (starts[k] ?? 0) + 1;
  }
  for (let k = 1; k <= keys; k++) starts[k] = (starts[k] ?? 0) + (starts[k - 1] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const k = key(i);
    order[next[k] ?? 0] = i;
    next[k] = (next[k] ?? 0) + 1;
  }
  return { starts, order };
}

/** What of the world a canvas shows: degrees at its edges (Web Mercator between them), and its size in pixels. */
export interface Frame { west: number; south: number; east: number; north: number; width: number; height: number }
/** Which observations: those that began on a day of [from, until], as known with the first `known` entries. */
export interface Window { from: number; until: number; known: number }

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Where each step of longitude and latitude falls on a canvas: a column, and a row times the width; -1 beyond its edges. */
export interface Places { columns: Int32Array; rows: Int32Array }

export function places(of: Columns, frame: Frame): Places {
  const [west, south, east, north] = of.bounds;
  const columns = new Int32Array(STEPS);
  const rows = new Int32Array(STEPS);
  const top = mercator(frame.north);
  const high = top - mercator(frame.south);
  for (let step = 0; step < STEPS; step++) {
    const column = Math.floor(((west + ((east - west) * step) / (STEPS - 1) - frame.west) / (frame.east - frame.west)) * frame.width);
    const row = Math.floor(((top - mercator(south + ((north - south) * step) / (STEPS - 1))) / high) * frame.height);
    columns[step] = column >= 0 && column < frame.width ? column : -1;
    rows[step] = row >= 0 && row < frame.height ? row * frame.width : -1;
  }
  return { columns, rows };
}

/** The stretch of rows that a window's days hold. */
export function stretch(of: Columns, { from, until }: Window): [number, number] {
  const days = of.starts.length - 1;
  const low = Math.min(Math.max(from - of.firstDay, 0), days);
  const high = Math.min(Math.max(until - of.firstDay + 1, 0), days);
  return [of.starts[low] ?? 0, of.starts[Math.max(low, high)] ?? 0];
}

/** Counts the observations of a window into pixels; returns how many it holds, within the frame or not. */
export function count(of: Columns, at: Places, window: Window, into: Uint16Array): number {
  into.fill(0);
  const [first, end] = stretch(of, window);
  const { index, gone, x, y } = of;
  const { known } = window;
  let shown = 0;
  for (let i = first; i < end; i++) {
    if (index[i]! >= known || gone[i]! < known) continue;
    shown++;
    const column = at.columns[x[i]!]!;
    const row = at.rows[y[i]!]!;
    if ((column | row) < 0) continue;
    const pixel = row + column;
    if (into[pixel]! < 0xffff) into[pixel] = into[pixel]! + 1;
  }
  return shown;
}

/** Paints counts: a dot of three pixels in the ink, the denser the stronger. `ink` is red, green and blue. */
export function paint(counts: Uint16Array, width: number, [red, green, blue]: readonly [number, number, number], out: Uint8ClampedArray): void {
  out.fill(0);
  const last = counts.length;
  const dot = (pixel: number, alpha: number) => {
    const at = pixel * 4;
    if (out[at + 3]! >= alpha) return;
    out[at] = red;
    out[at + 1] = green;
    out[at + 2] = blue;
    out[at + 3] = alpha;
  };
  for (let pixel = 0; pixel < last; pixel++) {
    const many = counts[pixel]!;
    if (many === 0) continue;
    const alpha = Math.min(235, 95 + 45 * Math.log2(many + 1));
    dot(pixel, alpha);
    if (pixel % width > 0) dot(pixel - 1, alpha * 0.7);
    if (pixel % width < width - 1) dot(pixel + 1, alpha * 0.7);
    if (pixel >= width) dot(pixel - width, alpha * 0.7);
    if (pixel + width < last) dot(pixel + width, alpha * 0.7);
  }
}

/** The observations of a window within some pixels of a point of the canvas, the nearest first; their indexes in the record. */
export function pick(of: Columns, frame: Frame, window: Window, px: number, py: number, radius: number, most = 20): number[] {
  const at = places(of, frame);
  const [first, end] = stretch(of, window);
  // Of the grid only the cells that the circle touches: steps are monotonic in pixels.
  const inside = (line: Int32Array, low: number, high: number, scale: number) => {
    let from = -1;
    let until = -1;
    for (let cell = 0; cell < CELLS; cell++) {
      const begin = line[cell << (16 - CELL_BITS)]!;
      const close = line[((cell + 1) << (16 - CELL_BITS)) - 1]!;
      const one = Math.min(begin < 0 ? close : begin, close < 0 ? begin : close) / scale;
      const other = Math.max(begin, close) / scale;
      if (other < 0 || other < low || one > high) continue;
      if (from < 0) from = cell;
      until = cell;
    }
    return [from, until] as const;
  };
  const [west, east] = inside(at.columns, px - radius, px + radius, 1);
  const [south, north] = inside(at.rows, py - radius, py + radius, frame.width);
  const found: { index: number; far: number }[] = [];
  if (west < 0 || south < 0) return [];
  for (let row = south; row <= north; row++) {
    for (let cell = (row << CELL_BITS) | west; cell <= ((row << CELL_BITS) | east); cell++) {
      for (let k = of.cells[cell]!; k < of.cells[cell + 1]!; k++) {
        const i = of.rows[k]!;
        if (i < first || i >= end || of.index[i]! >= window.known || of.gone[i]! < window.known) continue;
        const column = at.columns[of.x[i]!]!;
        const line = at.rows[of.y[i]!]!;
        if ((column | line) < 0) continue;
        const far = (column - px) ** 2 + (line / frame.width - py) ** 2;
        if (far <= radius * radius) found.push({ index: of.index[i]!, far });
      }
    }
  }
  return found.sort((a, b) => a.far - b.far || b.index - a.index).slice(0, most).map((one) => one.index);
}
