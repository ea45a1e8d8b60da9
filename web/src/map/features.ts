import type { MapAnswer, Text } from '../lib/api';
import type { Words } from '../lib/words.svelte';

type Feature = GeoJSON.Feature;
const EARTH_METRES = 6_371_008.8;

/** An incident without a position: never lost, listed beside the map. */
export interface Placed { id: string; day: string; summary: Text | null; entries: string[] }

export function unlocated(answer: MapAnswer): Placed[] {
  return answer.features
    .filter((one) => one.properties.kind === 'incident' && !one.geometry)
    .map(({ id, properties }) => ({
      id,
      day: String(properties.day),
      summary: properties.summary as Text | null,
      entries: properties.entries as string[],
    }));
}

/** Posts that a source only counts: never lost, listed beside the map. */
export interface Counted { id: string; day: string; number: number; by: Text; entries: string[] }

export function counted(answer: MapAnswer): Counted[] {
  return answer.features
    .filter((one) => one.properties.kind === 'post' && !one.geometry)
    .map(({ id, properties }) => ({
      id,
      day: String(properties.day),
      number: Number(properties.number),
      by: (properties.by as { name: Text }).name,
      entries: properties.entries as string[],
    }));
}

/** How many posts there are by the newest count of each who counted; older counts are the same posts. */
export function newest(all: Counted[]): number {
  const last = new Map<string, Counted>();
  for (const one of all) {
    const key = JSON.stringify(one.by);
    const before = last.get(key);
    if (!before || before.day <= one.day) last.set(key, one);
  }
  return [...last.values()].reduce((sum, one) => sum + one.number, 0);
}

/** What can be reached on the map without a mouse, in the order of reading: incidents, hazards, posts, boundaries. */
export interface Reachable { id: string; kind: string; text: string; geometry: GeoJSON.Geometry; entries: string[] }

const ORDER = ['incident', 'hazard', 'post', 'boundary'];

export function reachable(answer: MapAnswer, w: Words): Reachable[] {
  return answer.features
    .filter((one) => one.geometry && ORDER.includes(String(one.properties.kind)))
    .map(({ id, geometry, properties }) => ({
      id,
      kind: String(properties.kind),
      text: words(properties, w),
      geometry: geometry as GeoJSON.Geometry,
      entries: properties.entries as string[],
    }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function words(properties: Record<string, unknown>, w: Words): string {
  if (properties.kind === 'incident') return `${w.day(String(properties.day))} · ${w.text(properties.summary as Text)}`;
  if (properties.kind === 'boundary') return `${w.word('role', String(properties.role))} · ${w.text(properties.name as Text)}`;
  if (properties.kind === 'hazard') return `${w.say('kind-hazardrecorded')} · ${String(properties.id)}`;
  return `${w.say('ui-post')} · ${String(properties.id)}`;
}

/** West, south, east and north of a geometry. */
export function extent(geometry: GeoJSON.Geometry): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') {
      const [x, y] = value as [number, number];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else value.forEach(walk);
  };
  walk('coordinates' in geometry ? geometry.coordinates : []);
  return box;
}

/** The circle that holds a position with 95 % probability, as a polygon. */
export function circle([lon, lat]: [number, number], metres: number): GeoJSON.Polygon {
  const ring: [number, number][] = [];
  const degrees = (metres / EARTH_METRES) * (180 / Math.PI);
  for (let i = 0; i <= 48; i++) {
    const angle = (i / 48) * 2 * Math.PI;
    ring.push([lon + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(angle)]);
  }
  return { type: 'Polygon', coordinates: [ring] };
}

/** The names that both parties give a place, in the mandate's order; one where they agree. */
export function label(properties: Record<string, unknown>, w: Words): string {
  const names = (properties.names as { name: Text }[] | undefined) ?? [];
  const both = [...new Set(names.map((one) => w.text(one.name)))];
  return both.length ? both.join(' · ') : w.text(properties.name as Text);
}

const RANK: Record<string, number> = { capital: 0, city: 1, town: 2, corridor: 5, crossing: 4, village: 6 };

function feature(geometry: GeoJSON.Geometry, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties };
}

/** The collections that the map's sources show. */
export function collections(answer: MapAnswer, w: Words): Record<string, GeoJSON.FeatureCollection> {
  const out: Record<'zones' | 'lines' | 'watched' | 'places' | 'posts' | 'radii' | 'incidents', Feature[]> = {
    zones: [], lines: [], watched: [], places: [], posts: [], radii: [], incidents: [],
  };
  for (const { geometry, properties } of answer.features) {
    if (!geometry) continue;
    const entries = JSON.stringify(properties.entries ?? []);
    if (properties.kind === 'boundary') {
      const target = properties.role === 'line-of-contact' ? out.lines : out.zones;
      target.push(feature(geometry, { role: properties.role, entries, label: w.text(properties.name as Text) }));
    } else if (properties.kind === 'place') {
      const type = String(properties.type);
      if (['region', 'district'].includes(type)) continue;
      const [west = 0, , eastern = 0] = answer.bounds;
      const east = extent(geometry)[0] > west + (eastern - west) * 0.72;
      out.places.push(feature(geometry, { label: label(properties, w), rank: RANK[type] ?? 7, east, entries }));
    } else if (properties.kind === 'watched') {
      out.watched.push(feature(geometry, { share: properties.share, entries }));
    } else if (properties.kind === 'post') {
      out.posts.push(feature(geometry, { entries, temporary: properties.temporary === true }));
    } else if (properties.kind === 'incident') {
      const shown = { status: properties.standing, closed: properties.status === 'closed', entries };
      out.incidents.push(feature(geometry, shown));
      if (properties.radius && geometry.type === 'Point') {
        out.radii.push(feature(circle(geometry.coordinates as [number, number], Number(properties.radius)), shown));
      }
    }
  }
  return Object.fromEntries(
    Object.entries(out).map(([name, features]) => [name, { type: 'FeatureCollection', features }]),
  );
}
