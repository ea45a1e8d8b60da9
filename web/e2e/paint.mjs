// How long until level, reasons and what is due are painted: node e2e/paint.mjs BASE_URL, or `benchmarks/run page`.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launch } from './browser.mjs';

const base = process.argv[2] ?? process.env.TRUCE_URL ?? 'http://127.0.0.1:8080';
const RUNS = 9;
const browser = await launch();
const version = browser.version();

async function once(address, ready) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(ready, undefined, { polling: 'raf' });
  // Two frames later what was there is on the screen.
  const ms = await page.evaluate(() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))));
  await context.close();
  return ms / 1000;
}

const useful = () => !!document.querySelector('h1') && document.querySelectorAll('.reasons li').length > 5 && document.querySelectorAll('.due li').length > 2;
const mapped = () => !!document.querySelector('canvas') && !!document.querySelector('[data-framed]');
const plain = () => document.readyState === 'complete';
await once(`${base}/?lang=en`, useful);
const rows = [];
for (const [what, address, ready, aim] of [
  ['level, reasons and due list painted', `${base}/?lang=en`, useful, 1.0],
  ['map drawn with its boundaries', `${base}/?lang=en`, mapped, 2.5],
  ['a bare answer of the same server (rival)', `${base}/api/v1/records`, plain, null],
]) {
  const values = [];
  for (let i = 0; i < RUNS; i++) values.push(await once(address, ready));
  rows.push({ what, values, aim });
}
await browser.close();

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const head = `${new Date().toISOString().slice(0, 10)} · Chromium ${version}, headless, SwiftShader · loopback, 1440×900, empty cache each time`;
const table = rows.map(({ what, values, aim }) =>
  `| ${what} | ${median(values).toFixed(2)} s | ${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)} | ${RUNS} | ${aim === null ? 'rival' : `≤ ${aim.toFixed(1)} s`} | ${aim === null ? '' : median(values) <= aim ? 'reached' : '**not reached**'} |`);
mkdirSync('../benchmarks/results', { recursive: true });
writeFileSync('../benchmarks/results/page.log', `${head}\n`);
for (const { what, values } of rows) appendFileSync('../benchmarks/results/page.log', `${what}: ${values.map((one) => one.toFixed(3)).join(' ')} s\n`);
const file = '../docs/benchmarks.md';
const section = `\n## The page\n\n${head}. Command: \`node e2e/paint.mjs ADDRESS\` in \`web\`. Raw log:\n[page.log](../benchmarks/results/page.log).\n\n| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n${table.join('\n')}\n`;
const old = readFileSync(file, 'utf8');
const from = old.indexOf('\n## The page\n');
const to = from < 0 ? -1 : old.indexOf('\n## ', from + 5);
writeFileSync(file, from < 0 ? old + section : old.slice(0, from) + section + (to < 0 ? '' : old.slice(to)));
console.log(table.join('\n'));
