import { columns, count, paint, pick, places, type Columns, type Frame, type Places, type Window } from './columns';

/** What the page asks of this worker. Of several slides and frames that wait, only the newest is drawn. */
export type Asked =
  | { what: 'canvas'; canvas: OffscreenCanvas }
  | { what: 'load'; address: string }
  | { what: 'frame'; frame: Frame; ink: readonly [number, number, number] }
  | { what: 'slide'; window: Window }
  | { what: 'pick'; x: number; y: number; radius: number };
export type Told = { what: 'drawn'; shown: number; ms: number } | { what: 'loaded'; count: number } | { what: 'picked'; indexes: number[] } | { what: 'failed' };

let canvas: OffscreenCanvas | undefined;
let held: Columns | undefined;
let frame: Frame | undefined;
let ink: readonly [number, number, number] = [0, 0, 0];
let at: Places | undefined;
let shown: Window | undefined;
let counts = new Uint16Array(0);
let pending = false;
const tell = (told: Told) => postMessage(told);

function draw(): void {
  pending = false;
  if (!canvas || !held || !frame || !shown) return;
  const started = performance.now();
  if (canvas.width !== frame.width || canvas.height !== frame.height) {
    canvas.width = frame.width;
    canvas.height = frame.height;
  }
  if (counts.length !== frame.width * frame.height) counts = new Uint16Array(frame.width * frame.height);
  at ??= places(held, frame);
  const many = count(held, at, shown, counts);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const image = pen.createImageData(frame.width, frame.height);
  paint(counts, frame.width, ink, image.data);
  pen.putImageData(image, 0, 0);
  tell({ what: 'drawn', shown: many, ms: performance.now() - started });
}

function soon(): void {
  if (pending) return;
  pending = true;
  // Messages that wait already are taken first.
  setTimeout(draw, 0);
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  switch (data.what) {
    case 'canvas':
      canvas = data.canvas;
      break;
    case 'load':
      fetch(data.address)
        .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(String(response.status)))))
        .then((buffer) => {
          held = columns(buffer);
          at = undefined;
          tell({ what: 'loaded', count: held.count });
          soon();
        })
        .catch(() => tell({ what: 'failed' }));
      break;
    case 'frame':
      frame = data.frame;
      ink = data.ink;
      at = undefined;
      soon();
      break;
    case 'slide':
      shown = data.window;
      soon();
      break;
    case 'pick':
      if (held && frame && shown) tell({ what: 'picked', indexes: pick(held, frame, shown, data.x, data.y, data.radius) });
      break;
  }
});
