import type { Map as Chart } from 'maplibre-gl';

/** Observation post of APP-6D, a point of control measures: drawn in ink alone, since no party and no standing has a colour. */
const POST = '10042500001601000000';
/** The same, planned: what stands for a time only is drawn dashed. */
const TEMPORARY = '10042500101601000000';
const SIZE = 18;

/** The posts that lie within a map's view, each with the name of its symbol; symbols that are new to the map are made. */
export async function inView(chart: Chart, posts: GeoJSON.FeatureCollection): Promise<GeoJSON.FeatureCollection> {
  const bounds = chart.getBounds();
  const shown = posts.features.filter(({ geometry }) => geometry.type === 'Point' && bounds.contains(geometry.coordinates as [number, number]));
  if (!shown.length) return { ...posts, features: [] };
  const { symbol } = await import('./milsymbol');
  const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  const scale = Math.min(2, Math.ceil(devicePixelRatio));
  for (const code of [POST, TEMPORARY]) {
    const name = `${code} ${ink}`;
    if (chart.hasImage(name)) continue;
    const drawn = symbol(code, SIZE * scale, ink);
    if (drawn) chart.addImage(name, drawn, { pixelRatio: scale });
  }
  return { ...posts, features: shown.map((one) => ({ ...one, properties: { ...one.properties, symbol: `${one.properties?.temporary ? TEMPORARY : POST} ${ink}` } })) };
}
