// How long until level, reasons and what is due are painted, on a server that has only just answered for the first time
// and on one that is at work: benchmarks/run page.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launch } from './browser.mjs';

const RUNS = 9;
const RECORD = 'karabakh-2020';
const browser = await launch();
const version = browser.version();

/** A server of its own that has answered one question: its address, and how to stop it. */
async function served(port) {
  const server = spawn('../truce', ['serve', '--sample', RECORD, '--port', String(port)], { stdio: 'ignore', detached: true });
  const ended = new Promise((done) => server.once('exit', done));
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      if ((await fetch(`${base}/api/v1/records/${RECORD}/situation`)).ok) break;
    } catch (e) {
      if (tries > 600) throw e;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { base, stop: async () => { process.kill(-server.pid, 'SIGTERM'); await ended; } };
}

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
const first = [];
for (let i = 0; i < RUNS; i++) {
  const { base, stop } = await served(8961 + i);
  first.push(await once(`${base}/?lang=en`, useful));
  await stop();
}
const rows = [{ what: 'level, reasons and due list painted, first page of a server just started', values: first, aim: 1.0 }];
const { base, stop } = await served(8970);
await once(`${base}/?lang=en`, useful);
for (const [what, address, ready, aim] of [
  ['level, reasons and due list painted, after that', `${base}/?lang=en`, useful, 1.0],
  ['map drawn with its boundaries', `${base}/?lang=en`, mapped, 2.5],
  ['a bare answer of the same server (rival)', `${base}/api/v1/records`, plain, null],
]) {
  const values = [];
  for (let i = 0; i < RUNS; i++) values.push(await once(address, ready));
  rows.push({ what, values, aim });
}
await stop();
await browser.close();

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const head = `${new Date().toISOString().slice(0, 10)} · Chromium ${version}, headless, SwiftShader · loopback, 1440×900, empty cache each time`;
const table = rows.map(({ what, values, aim }) =>
  `| ${what} | ${median(values).toFixed(2)} s | ${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)} | ${RUNS} | ${aim === null ? 'rival' : `≤ ${aim.toFixed(1)} s`} | ${aim === null ? '' : median(values) <= aim ? 'reached' : '**not reached**'} |`);
mkdirSync('../benchmarks/results', { recursive: true });
writeFileSync('../benchmarks/results/page.log', `${head}\n`);
for (const { what, values } of rows) appendFileSync('../benchmarks/results/page.log', `${what}: ${values.map((one) => one.toFixed(3)).join(' ')} s\n`);
const file = '../docs/benchmarks.md';
const section = `\n## The page\n\n${head}. Command: \`benchmarks/run page\`. Raw log:\n[page.log](../benchmarks/results/page.log).\n\n| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n${table.join('\n')}\n`;
const old = readFileSync(file, 'utf8');
const from = old.indexOf('\n## The page\n');
const to = from < 0 ? -1 : old.indexOf('\n## ', from + 5);
writeFileSync(file, from < 0 ? old + section : old.slice(0, from) + section + (to < 0 ? '' : old.slice(to)));
console.log(table.join('\n'));
