// How smoothly a slider moves over a million observations: npm run slide -- [BASE_URL]. The columns are made here and
// given to the page in the server's place; what is measured is the page: frames, its main thread, long tasks, the heap.
import { launch } from './browser.mjs';

const [base = process.env.TRUCE_URL ?? 'http://127.0.0.1:8080'] = process.argv.slice(2);
const COUNT = 1_000_000;
const DAYS = 1500;
const [record] = await (await fetch(`${base}/api/v1/records`)).json();
const map = await (await fetch(`${base}/api/v1/records/${record.name}/map?at=${record.openingDay}`)).json();
const strip = await (await fetch(`${base}/api/v1/records/${record.name}/timeline`)).json();

function made() {
  const heading = { count: COUNT, known: COUNT, firstDay: strip.from, bounds: map.bounds, classes: ['shot'], replaced: 0 };
  let text = JSON.stringify(heading);
  while ((4 + Buffer.byteLength(text)) % 8) text += ' ';
  const head = 4 + Buffer.byteLength(text);
  const out = Buffer.alloc(head + 11 * COUNT);
  out.writeUInt32LE(head - 4, 0);
  out.write(text, 4);
  let seed = 1;
  const random = (below) => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % below;
  for (let i = 0; i < COUNT; i++) {
    out.writeUInt32LE(0, head + 4 * i);
    out.writeUInt16LE(random(DAYS), head + 4 * COUNT + 2 * i);
    out.writeUInt16LE(random(65536), head + 6 * COUNT + 2 * i);
    out.writeUInt16LE(random(65536), head + 8 * COUNT + 2 * i);
  }
  return out;
}

const columns = made();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
await page.route('**/sightings*', (route) => route.fulfill({ status: 200, contentType: 'application/octet-stream', body: columns }));
await page.goto(`${base}/?lang=en&record=${record.name}&view=map`);
await page.waitForSelector('[data-framed]');
await page.locator('main select').last().selectOption('36600');
await page.waitForFunction(() => Number(document.querySelector('canvas[data-shown]')?.getAttribute('data-shown')) > 1000, undefined, { timeout: 60000 });
const found = await page.evaluate(async () => {
  const slider = document.querySelector('#valid');
  const low = Number(slider.min);
  const high = Number(slider.max);
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });
  const frames = [];
  const work = [];
  let last = performance.now();
  const end = last + 5000;
  let at = low;
  while (last < end) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
    at = at + (high - low) / 300 > high ? low : at + (high - low) / 300;
    slider.value = String(Math.round(at));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // Svelte answers in a microtask: what is done when this returns is the frame's work.
    await Promise.resolve();
    await Promise.resolve();
    work.push(performance.now() - now);
  }
  return { frames, work, long, heap: performance.memory?.usedJSHeapSize ?? 0 };
});
await browser.close();
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.floor(values.length * share)] ?? 0;
console.log(`Chromium ${browser.version()}, headless, SwiftShader, ${COUNT} observations, ${(columns.length / 1e6).toFixed(1)} MB of columns`);
console.log(`frames/s ${(found.frames.length / 5).toFixed(1)}; frame p95 ${at(found.frames, 0.95).toFixed(1)} ms; main thread p95 ${at(found.work, 0.95).toFixed(1)} ms; tasks over 100 ms ${found.long.filter((one) => one > 100).length}; heap of the page ${(found.heap / 1e6).toFixed(0)} MB`);
