import type { ExpressionSpecification, Map as Chart, StyleSpecification } from 'maplibre-gl';

/** Colours come from the page, so that dark is its own paper and ink here too. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const SOURCES = ['zones', 'lines', 'watched', 'places', 'posts', 'radii', 'incidents'];

type Anchors = (string | [number, number])[];
/** Names stand beside their dot; at the east of the map first to its left, so that the edge does not cut them. */
const ANCHORS: Anchors = ['left', [0.55, 0], 'right', [-0.55, 0], 'top', [0, 0.55], 'bottom', [0, -0.55], 'top-left', [0.4, 0.4], 'bottom-left', [0.4, -0.4]];
const ANCHORS_EAST: Anchors = ['right', [-0.55, 0], 'top', [0, 0.55], 'bottom', [0, -0.55], 'top-right', [-0.4, 0.4], 'bottom-right', [-0.4, -0.4]];

export function style(base: { land: unknown; borders: unknown }): StyleSpecification {
  const status: ExpressionSpecification = [
    'match', ['get', 'status'], 'confirmed', colour('breach'), 'reported', colour('calm'), 'refuted', colour('rule'), colour('warn'),
  ];
  const shape = (geometry: unknown) => ({ type: 'geojson' as const, data: { type: 'Feature' as const, geometry: geometry as GeoJSON.Geometry, properties: {} } });
  return {
    version: 8,
    sources: {
      land: shape(base.land),
      borders: shape(base.borders),
      ...Object.fromEntries(SOURCES.map((name) => [name, { type: 'geojson' as const, data: EMPTY }])),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('band') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('shade') } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('soft'), 'line-width': 1, 'line-dasharray': [5, 2, 1, 2], 'line-opacity': 0.7 } },
      { id: 'districts', type: 'line', source: 'zones', filter: ['==', ['get', 'role'], 'district'], paint: { 'line-color': colour('rule'), 'line-width': 1.2 } },
      { id: 'unwatched', type: 'fill', source: 'zones', filter: ['==', ['get', 'role'], 'zone-of-responsibility'], paint: { 'fill-color': colour('paper') } },
      { id: 'hatch', type: 'fill', source: 'zones', filter: ['==', ['get', 'role'], 'zone-of-responsibility'], paint: { 'fill-pattern': 'hatch' } },
      { id: 'corridor', type: 'fill', source: 'zones', filter: ['==', ['get', 'role'], 'corridor'], paint: { 'fill-color': colour('corridor'), 'fill-opacity': 0.35, 'fill-outline-color': colour('corridor') } },
      { id: 'watched', type: 'line', source: 'watched', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': colour('wash'), 'line-width': 18, 'line-opacity': ['+', 0.5, ['*', 0.5, ['get', 'share']]] } },
      { id: 'contact', type: 'line', source: 'lines', layout: { 'line-join': 'round' }, paint: { 'line-color': colour('ink'), 'line-width': 2.6 } },
      { id: 'radii', type: 'fill', source: 'radii', paint: { 'fill-color': status, 'fill-opacity': 0.14, 'fill-outline-color': status } },
      { id: 'posts', type: 'symbol', source: 'posts', layout: { 'icon-image': ['coalesce', ['get', 'symbol'], 'post'] as ExpressionSpecification, 'icon-allow-overlap': true } },
      { id: 'incidents', type: 'circle', source: 'incidents', paint: { 'circle-radius': 5, 'circle-color': status, 'circle-stroke-color': colour('paper'), 'circle-stroke-width': 1.5, 'circle-opacity': ['match', ['get', 'status'], 'alleged', 0, 1] as ExpressionSpecification } },
      { id: 'alleged', type: 'circle', source: 'incidents', filter: ['==', ['get', 'status'], 'alleged'], paint: { 'circle-radius': 5, 'circle-opacity': 0, 'circle-stroke-color': colour('warn'), 'circle-stroke-width': 2 } },
      { id: 'dots', type: 'circle', source: 'places', filter: ['<=', ['get', 'rank'], 2], paint: { 'circle-radius': 2.2, 'circle-color': colour('ink') } },
      {
        id: 'names', type: 'symbol', source: 'places',
        filter: ['any', ['<=', ['get', 'rank'], 2], ['>=', ['zoom'], 9.2]],
        layout: {
          'text-field': ['get', 'label'], 'text-font': ['Noto Sans', 'Noto Sans Arabic'], 'text-size': 12,
          'text-variable-anchor-offset': ['case', ['get', 'east'], ['literal', ANCHORS_EAST], ['literal', ANCHORS]], 'text-justify': 'auto',
          'symbol-sort-key': ['get', 'rank'], 'text-padding': 4, 'text-max-width': 14,
        },
        paint: { 'text-color': colour('ink'), 'text-halo-color': colour('paper'), 'text-halo-width': 1.4 },
      },
    ],
  };
}

/** Hatching for what nobody watched, and the square of a post. */
export function images(chart: Chart): void {
  chart.addImage('hatch', drawn(12, (pen) => {
    pen.strokeStyle = colour('soft');
    pen.globalAlpha = 0.32;
    pen.lineWidth = 1;
    for (const from of [-12, 0, 12]) {
      pen.beginPath();
      pen.moveTo(from, 12);
      pen.lineTo(from + 12, 0);
      pen.stroke();
    }
  }));
  chart.addImage('post', drawn(11, (pen) => {
    pen.fillStyle = colour('paper');
    pen.fillRect(1, 1, 9, 9);
    pen.strokeStyle = colour('ink');
    pen.lineWidth = 1.5;
    pen.strokeRect(1, 1, 9, 9);
  }));
}

function drawn(size: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(size, size);
  draw(pen);
  return pen.getImageData(0, 0, size, size);
}
