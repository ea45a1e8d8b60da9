// The page in a real browser against the real server and the sample: npm run e2e (starts ./truce itself).
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.mjs';

const TRUCE = process.env.TRUCE ?? '../truce';
// Not BASE_URL: inside the test runner Vite overwrites that name; build/test.mjs hands it on.
let base = process.env.TRUCE_URL;
let server;
let browser;

beforeAll(async () => {
  if (!base) {
    server = spawn(TRUCE, ['serve', '--sample', 'karabakh-2020', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    base = await new Promise((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk) => {
        said += chunk;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (address) resolve(address[0]);
      });
      server.on('exit', (code) => reject(new Error(`truce serve ended with ${code}: ${said}`)));
    });
  }
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
});

async function open(query, viewport = { width: 1440, height: 900 }) {
  const page = await (await browser.newContext({ viewport })).newPage();
  const wrong = [];
  // A record without witnesses has none of their files: that is an answer.
  page.on('console', (message) => message.type() === 'error' && !/\/(policy|witnessed|rotations)$/.test(message.location().url) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) wrong.push(`foreign request ${request.url()}`);
  });
  await page.goto(`${base}/${query}`);
  await page.waitForSelector('h1, article');
  return { page, wrong };
}

const PAGES = ['&view=map', '&view=agreement', '&view=incidents', '&view=reports', '&view=registers', '&view=registers&register=obligations', '&view=registers&register=returns', '&view=record'];

/** In the page: by how much it is wider than its window, and words that their own box cuts off. */
function layout() {
  const root = document.documentElement;
  const cut = [...document.querySelectorAll('h1, h2, th, button, dt, dd, label, nav a')].filter((one) => {
    if (!one.clientWidth || one.closest('.scroll, .sr, .maplibregl-map') || one.classList.contains('sr')) return false;
    return one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline';
  });
  return { over: Math.max(0, root.scrollWidth - root.clientWidth), cut: cut.map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`) };
}

const LEVEL = { en: 'Insufficient observation', ru: 'Наблюдений недостаточно', ar: 'رصد غير كافٍ' };

describe.each(['en', 'ru', 'ar'])('the situation in %s', (lang) => {
  it('shows the level, its reasons and what is due without scrolling', async () => {
    const { page, wrong } = await open(`?lang=${lang}`);
    expect(await page.textContent('h1')).toBe(LEVEL[lang]);
    expect(await page.getAttribute('html', 'dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    for (const [selector, least] of [['.reasons li', 10], ['.due li', 3]]) {
      const boxes = await page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
      expect(boxes.filter((bottom) => bottom <= 900).length, selector).toBeGreaterThanOrEqual(least);
    }
    await page.waitForSelector('canvas');
    await page.waitForSelector('svg rect.reported, svg line.deadline');
    expect(wrong).toEqual([]);
    await page.context().close();
  });
  it('stands at 390, 768, 1440 and 2560 px without overflow or words that are cut', async () => {
    // One page for all widths: it is narrowed and widened as a window is.
    const { page, wrong } = await open(`?lang=${lang}`);
    for (const query of ['', ...PAGES]) {
      await page.goto(`${base}/?lang=${lang}${query}`);
      await page.waitForSelector('main h1, article');
      if (query.includes('register=')) await page.waitForSelector('main table');
      for (const width of [390, 768, 1440, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const found = await page.evaluate(layout);
        expect(found, `${query} at ${width}`).toEqual({ over: 0, cut: [] });
      }
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe('the way down to the evidence', () => {
  it('opens the entries of a figure in one click, and Escape closes them', async () => {
    const { page } = await open('?lang=en');
    await page.locator('.figures button').first().click();
    await page.waitForSelector('aside section h2');
    expect(page.url()).toContain('entries=');
    expect(await page.textContent('aside')).toContain('Hadrut');
    expect(await page.locator('aside a[href^="http"]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.waitForSelector('aside', { state: 'detached' });
    await page.context().close();
  });
  it('shows a report with every fact on its words, right to left where it is', async () => {
    const reports = await (await fetch(`${base}/api/v1/records/karabakh-2020/reports?at=2021-09-28`)).json();
    const arabic = reports.items.find((one) => one.lang === 'ar');
    const { page, wrong } = await open(`?lang=en&report=${arabic.entry}`);
    await page.waitForSelector('article .text mark');
    expect(await page.getAttribute('article .text', 'dir')).toBe('rtl');
    const answer = await (await fetch(`${base}/api/v1/records/karabakh-2020/reports/${arabic.entry}`)).json();
    const shown = await page.locator('article .text').evaluate((one) => one.textContent);
    expect(shown).toBe(answer.text);
    for (const fact of answer.facts) {
      const [start, end] = fact.spans[0];
      const words = [...answer.text].slice(start, end).join('');
      const marked = await page.locator(`mark[data-facts~="${fact.n}"]`).evaluateAll((all) => all.map((one) => one.textContent));
      expect(marked.join('')).toContain(words);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
  it('answers for another day when a slider moves', async () => {
    const { page } = await open('?lang=en');
    await page.waitForSelector('#valid');
    await page.locator('#valid').focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/day=2020/);
    // The band tells the day of what is shown: it changes with the answer, not with the address.
    await page.waitForFunction(() => document.querySelector('.band')?.textContent?.includes('2020'));
    expect(await page.inputValue('#valid')).toBe(await page.getAttribute('#valid', 'min'));
    await page.context().close();
  });
  it('keeps everything in the link', async () => {
    const { page } = await open('?lang=en&day=2020-11-14&known=2020-11-14');
    expect(await page.textContent('.due')).toContain('15 November 2020');
    await page.context().close();
  });
});

describe('what could not be fetched', () => {
  it.each([['map', '', '.map .failed'], ['timeline', '', '.time .failed'], ['reports', '', '.latest .failed'], ['incidents', '&view=incidents', '.failed'], ['obligations', '&view=agreement', '.failed'], ['returns', '&view=registers&register=returns', '.failed']])(
    'is said of %s and never shown as nothing', async (part, query, place) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.route(new RegExp(`/karabakh-2020/${part}\\b`), (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"fault","detail":"x"}' }));
      await page.goto(`${base}/?lang=en${query}`);
      await page.waitForSelector(place);
      expect(await page.textContent('main')).not.toContain('is in the record on this day');
      await context.close();
    },
  );
  it('says that the server is gone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(/\/api\//, (route) => route.abort());
    await page.goto(`${base}/?lang=en`);
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toContain('truce serve');
    await context.close();
  });
});

describe('dark', () => {
  it('is its own paper, on the map too', async () => {
    const { page, wrong } = await open('?lang=ar');
    await page.waitForSelector('.chart[data-framed]');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await paper();
    await page.locator('.tools button').click();
    await page.waitForSelector('.chart canvas');
    expect(await paper()).not.toBe(before);
    expect(await page.locator('.chart canvas').count()).toBe(1);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
