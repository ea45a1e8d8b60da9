// Every page with axe, the proof in the browser, search, the map's columns, a step of the workflow, and one A4 page.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.mjs';
import { madeRecord, writingServer } from './desk-reports.mjs';

const TRUCE = process.env.TRUCE ?? '../truce';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RECORD = 'sample:exercise';
const ALLEGATION = '0176c0de-0000-7abc-8000-000000000001';
let made;
let server;
let browser;
let base;

beforeAll(async () => {
  made = madeRecord(TRUCE);
  const file = join(made.dir, '..', 'alleged.jsonl');
  writeFileSync(file, JSON.stringify({
    id: ALLEGATION, kind: 'AllegationMade', v: 1, author: { actor: 'armenia', role: 'liaison' }, stated: '2021-01-03T09:00:00Z', occurred: { edtf: '2021-01-02' }, audience: 'public',
    basis: [{ publisher: 'armenia', source: 'C', information: 3 }], body: { by: 'armenia', accused: 'azerbaijan', act: 'small-arms-fire', what: { en: 'shots at a post', ru: 'выстрелы по посту', ar: 'طلقات على نقطة' } },
  }));
  made.run('add', made.dir, file, '--as', 'armenia:liaison');
  // The exercise and the record that is written into, on one server; a sample that was built before is not built again.
  server = await writingServer(TRUCE, { ...made, env: { ...made.env, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache') } }, 0, [RECORD]);
  base = server.base;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  made?.remove();
});

async function open(query, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) wrong.push(`foreign request ${request.url()}`);
  });
  await page.goto(`${base}/${query}`);
  await page.waitForSelector('main h1, article');
  return { page, context, wrong };
}

describe('axe finds nothing', () => {
  it.each([['en', 'light'], ['ar', 'dark']])('in %s, %s, on any page', async (lang, colorScheme) => {
    const { page, context, wrong } = await open(`?lang=${lang}&record=exercise`, { colorScheme });
    const incident = (await (await fetch(`${base}/api/v1/records/exercise/incidents?at=2024-04-26`)).json()).items[0].id;
    const violations = {};
    for (const query of ['', '&view=map', '&view=incidents', `&view=incidents&incident=${incident}`, '&view=agreement', '&view=reports', '&view=registers', '&view=registers&register=effort', '&view=record']) {
      await page.goto(`${base}/?lang=${lang}&record=exercise${query}`);
      await page.waitForSelector('main h1, article');
      await page.waitForFunction(() => !document.querySelector('main [role=status]')?.textContent?.includes('…'));
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => (await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
        .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`));
      if (found.length) violations[query || 'situation'] = found;
    }
    expect(violations).toEqual({});
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('the record', () => {
  it('proves an entry in the browser, and finds a tile that was tampered with', async () => {
    const first = (await (await fetch(`${base}/api/v1/records/exercise/entries?limit=1`)).json()).items[0].id;
    const checkpoint = await (await fetch(`${base}/api/v1/records/exercise/checkpoint`)).text();
    const { page, context } = await open(`?lang=en&record=exercise&view=record&q=${first}`);
    await page.locator('#proof-checkpoint').fill(checkpoint);
    const check = async () => {
      await page.locator('main form button.act').click();
      await page.waitForSelector('.verdict');
      return page.getAttribute('.verdict', 'class');
    };
    expect(await check()).toContain('holds');
    expect(await page.textContent('main details pre')).toContain('MandateSet');
    await page.route('**/tile/0/000', async (route) => {
      const answer = await route.fetch();
      const bytes = Buffer.from(await answer.body());
      bytes[40 * 32] ^= 1;
      await route.fulfill({ response: answer, body: bytes });
    });
    expect(await check()).toContain('fails');
    expect(await page.textContent('.bad')).toContain('root');
    // A checkpoint that somebody altered is no checkpoint of this key.
    await page.unroute('**/tile/0/000');
    await page.locator('#proof-checkpoint').fill(checkpoint.replace(/\n\d+\n/, '\n17\n'));
    expect(await check()).toContain('fails');
    await page.locator('#proof-entry').fill('no id');
    await page.locator('main form button.act').click();
    expect(await page.textContent('#fault-entry')).toContain('32 hexadecimal');
    await context.close();
  });
});

describe('incidents', () => {
  it('are found in the words of any of the three languages', async () => {
    const { page, context } = await open('?lang=en&record=exercise&view=incidents');
    await page.waitForSelector('main ol.rows li');
    const all = await page.locator('main ol.rows li').count();
    const counted = {};
    for (const words of ['heavy weapons', 'тяжёлым вооружением', 'الأسلحةِ الثقيلة', 'nowhere']) {
      await page.locator('input[type=search]').fill(words);
      await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, words);
      await page.waitForTimeout(100);
      counted[words] = await page.locator('main ol.rows li a').count();
    }
    expect(counted['heavy weapons']).toBeGreaterThan(0);
    expect(counted['heavy weapons']).toBeLessThan(all);
    expect(counted['الأسلحةِ الثقيلة']).toBe(counted['heavy weapons']);
    expect(counted['nowhere']).toBe(0);
    await context.close();
  });
  it('go on by who may do it: a verification that waits while the server is gone is recorded once', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.link);
    await page.goto(`${base}/?lang=en&record=desk&day=now&view=incidents&incident=${ALLEGATION}`);
    await page.locator('.beside button.act').first().click();
    await page.locator('form button.act').first().click();
    // What is missing is said beside its field.
    expect(await page.textContent('#step-result-error')).toBeTruthy();
    await page.route('**/entries', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.locator('#step-result').selectOption('confirmed');
    await page.locator('#step-method').fill('two posts agree');
    await page.locator('form button.act').first().click();
    await page.waitForSelector('.waiting');
    await page.unroute('**/entries');
    await page.waitForSelector('.waiting', { state: 'detached', timeout: 15000 });
    const steps = await (await fetch(`${base}/api/v1/records/desk/steps`)).json();
    const done = steps.items.find((one) => one.id === ALLEGATION);
    expect(done.steps.map((one) => `${one.kind} ${one.result}`)).toEqual(['VerificationMade confirmed']);
    await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('two posts agree'));
    await context.close();
  });
});

describe('the map', () => {
  it('draws observations from columns and follows the slider without asking the server', async () => {
    const { page, context, wrong } = await open('?lang=en&record=exercise&view=map');
    await page.waitForSelector('canvas[data-shown]', { state: 'attached' });
    const shown = () => page.getAttribute('canvas[data-shown]', 'data-shown').then(Number);
    const all = (await (await fetch(`${base}/api/v1/records/exercise/items?kind=Observed&limit=1&at=2024-04-26&known=1491`)).json()).numberMatched;
    await page.locator('main select').last().selectOption('36600');
    await page.waitForFunction((least) => Number(document.querySelector('canvas[data-shown]')?.getAttribute('data-shown')) > least, all / 2);
    const before = await shown();
    expect(before).toBeLessThanOrEqual(all);
    await page.locator('#valid').focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => Number(document.querySelector('canvas[data-shown]')?.getAttribute('data-shown')) < 50);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('on paper', () => {
  it('the situation is one A4 page in Arabic', async () => {
    const { page, context } = await open('?lang=ar');
    await page.waitForSelector('.below table, .below p');
    await page.waitForTimeout(500);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
    expect(pages).toBe(1);
    await context.close();
  });
});
