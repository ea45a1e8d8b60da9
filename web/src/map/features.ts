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
  const out: Record<'zones' | 'lines' | 'places' | 'posts' | 'radii' | 'incidents', Feature[]> = {
    zones: [], lines: [], places: [], posts: [], radii: [], incidents: [],
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
      out.places.push(feature(geometry, { label: label(properties, w), rank: RANK[type] ?? 7, entries }));
    } else if (properties.kind === 'post') {
      out.posts.push(feature(geometry, { entries }));
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
