// Cuts the world's countries and land (Natural Earth through world-atlas) into one small file per scale: borders as
// lines and countries as polygons, coordinates to a thousandth of a degree. Run before every build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
const countries = feature(world, world.objects.countries);
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
// West, south, east, north: a generous frame around the theatres that this project ships.
const FRAME = [41, 36, 52, 44];

const round = (value) => Math.round(value * 1000) / 1000;
const inFrame = ([x, y]) => x >= FRAME[0] && x <= FRAME[2] && y >= FRAME[1] && y <= FRAME[3];

/** Cuts a ring at the frame's four edges (Sutherland and Hodgman 1974). */
function clipped(ring) {
  let out = ring;
  for (const [axis, limit, sign] of [[0, FRAME[0], 1], [1, FRAME[1], 1], [0, FRAME[2], -1], [1, FRAME[3], -1]]) {
    const inside = (point) => sign * (point[axis] - limit) >= 0;
    const next = [];
    for (let i = 0; i < out.length; i++) {
      const from = out[(i + out.length - 1) % out.length];
      const to = out[i];
      if (inside(from) !== inside(to)) {
        const share = (limit - from[axis]) / (to[axis] - from[axis]);
        next.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
      }
      if (inside(to)) next.push(to);
    }
    out = next;
  }
  return out.length ? [...out, out[0]] : out;
}

function simplified(ring) {
  const out = [];
  for (const [x, y] of ring) {
    const at = [round(x), round(y)];
    const last = out.at(-1);
    if (!last || last[0] !== at[0] || last[1] !== at[1]) out.push(at);
  }
  return out;
}

const land = countries.features
  .flatMap((country) =>
    country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates)
  .filter((polygon) => polygon[0].some(inFrame))
  .map((polygon) => polygon.map((ring) => simplified(clipped(ring))).filter((ring) => ring.length > 3))
  .filter((polygon) => polygon.length);
const lines = borders.coordinates.filter((line) => line.some(inFrame)).map((line) => simplified(line.filter(inFrame)));
mkdirSync('src/map/generated', { recursive: true });
writeFileSync(
  'src/map/generated/base.json',
  JSON.stringify({
    land: { type: 'MultiPolygon', coordinates: land },
    borders: { type: 'MultiLineString', coordinates: lines },
  }),
);
