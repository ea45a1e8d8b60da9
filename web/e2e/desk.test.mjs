// Deciding on a report's facts by keyboard, in a real browser against the real server and a record of one's own.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from './browser.mjs';
import { madeRecord, writingServer } from './desk-reports.mjs';

const TRUCE = process.env.TRUCE ?? '../truce';
let browser;
let record;
let server;
let reports;

async function answer(path) {
  return (await fetch(`${server.base}/api/v1/records/desk${path}`)).json();
}
/** Every entry of a kind, oldest first. */
async function entries(kind) {
  return (await answer(`/entries?kind=${kind}&limit=1000`)).items;
}
const fact = async (report, n) => (await answer(`/reports/${report}`)).facts.find((one) => one.n === n);

beforeAll(async () => {
  record = madeRecord(TRUCE);
  server = await writingServer(TRUCE, record);
  const list = await answer('/reports');
  reports = Object.fromEntries(list.items.map((one) => [one.lang, one.entry]));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  record?.remove();
});

/** A browser of its own that has opened the link, or has not. */
async function open(report, { lang = 'en', writes = true, width = 1440, height = 900, theme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  if (writes) await page.goto(server.link);
  await page.goto(`${server.base}/?lang=${lang}&record=desk&report=${report}`);
  await page.waitForSelector('aside [data-fact]');
  return { context, page, wrong };
}
const recorded = (page) => page.waitForFunction(() => !document.querySelector('.waiting') && !document.querySelector('aside .wait'));
const chosen = (page) => page.locator('aside [aria-current="true"]').evaluate((one) => one.closest('[data-fact]').dataset.fact);
async function go(page, n) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('j');
    await page.waitForSelector('aside [aria-current="true"]');
    if ((await chosen(page)) === n) return;
  }
  throw new Error(`the keys do not lead to ${n}`);
}

describe('by keyboard alone', () => {
  it('accepts a fact: an entry with its words as basis, and the review that names it', async () => {
    const { context, page, wrong } = await open(reports.en);
    const before = (await entries('ReadingReviewed')).length;
    await page.keyboard.press('j');
    await page.waitForSelector('aside [aria-current="true"]');
    const n = await chosen(page);
    expect(await page.locator('aside [aria-current="true"]').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator(`mark.chosen[data-facts~="${n}"]`).count()).toBeGreaterThan(0);
    await page.keyboard.press('a');
    await recorded(page);
    const now = await fact(reports.en, n);
    expect(now.state).toBe('accepted');
    expect(now.made.basis).toEqual([{ report: reports.en, span: { start: now.spans[0][0], end: now.spans[0][1] } }]);
    expect(now.made.author).toEqual({ actor: 'mission', role: 'analyst' });
    expect(now.review.body).toEqual({ report: reports.en, fact: n, verdict: 'accepted', makes: now.made.id });
    expect((await entries('ReadingReviewed')).length).toBe(before + 1);
    // The next fact without a decision is the one that is chosen now.
    expect(await chosen(page)).not.toBe(n);
    expect(await page.textContent(`[data-fact="${n}"] .state`)).toContain('accepted');
    expect(wrong).toEqual([]);
    await context.close();
  });
  it('rejects with a reason, and takes that back: both stay in the record, the fact is a proposal again', async () => {
    const { context, page } = await open(reports.en);
    await go(page, 'places/0');
    await page.keyboard.press('Shift+R');
    await page.keyboard.type('the paper, not the town');
    await page.keyboard.press('Enter');
    await recorded(page);
    const rejected = await fact(reports.en, 'places/0');
    expect([rejected.state, rejected.review.body.why]).toEqual(['rejected', { en: 'the paper, not the town' }]);
    await page.keyboard.press('u');
    await recorded(page);
    await page.waitForFunction(() => document.querySelector('[data-fact="places/0"] .state')?.textContent.includes('proposed'));
    expect((await fact(reports.en, 'places/0')).state).toBe('proposed');
    const { chain, withdrawn } = await answer(`/entries/${rejected.review.id}`);
    expect([chain.length, withdrawn]).toEqual([2, true]);
    await context.close();
  });
  it('corrects an event field by field, says what is wrong beside it, and what it records is what was written', async () => {
    const { context, page } = await open(reports.en);
    const event = (await answer(`/reports/${reports.en}`)).facts.find((one) => one.type === 'event' && one.date === '2020-12-11');
    await go(page, event.n);
    await page.keyboard.press('c');
    await page.waitForSelector('form');
    expect(await page.evaluate(() => document.activeElement.getAttribute('name'))).toBe('type');
    const field = (name) => page.locator(`form [name="${name}"]`);
    await field('date').fill('2020-02-30');
    await field('place').fill('Atlantis');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('[aria-invalid="true"]');
    for (const name of ['date', 'place']) {
      const id = await field(name).getAttribute('aria-describedby');
      expect(await page.textContent(`[id="${id}"]`), name).toMatch(name === 'date' ? /2020-12-11/ : /latitude/);
    }
    // The first field with a fault has the cursor.
    expect(await page.evaluate(() => document.activeElement.getAttribute('name'))).toBe('date');
    await field('date').fill('2020-12-12');
    await field('place').fill('Шуши');
    await field('status').selectOption('denied');
    await field('accused').fill('Armenia');
    while (await page.locator('fieldset .number').count()) await page.locator('fieldset .number button').first().click();
    await page.getByText('Add a number').click();
    await field('quantities.0.value').fill('3');
    await field('quantities.0.unit').selectOption('persons');
    await field('quantities.0.name').fill('wounded');
    await field('why').fill('read again');
    await page.keyboard.press('Control+Enter');
    await recorded(page);
    const now = await fact(reports.en, event.n);
    expect(now.state).toBe('corrected');
    expect(now.made).toMatchObject({
      kind: 'EventReported', occurred: { edtf: '2020-12-12' }, where: { place: 'shushi' },
      body: { event: event.label.replaceAll('_', '-'), status: 'denied', accused: { actor: 'armenia' }, quantities: [{ name: 'wounded', amount: { value: 3, unit: 'persons' } }] },
    });
    expect(now.review.body.why).toEqual({ en: 'read again' });
    await context.close();
  });
  it('shows what the record itself finds wrong beside the field, with what was written', async () => {
    const { context, page } = await open(reports.ru, { lang: 'ru' });
    const event = (await answer(`/reports/${reports.ru}`)).facts.find((one) => one.type === 'event');
    await go(page, event.n);
    await page.keyboard.press('c');
    await page.waitForSelector('form');
    // A month of its form that does not exist: only the record knows.
    await page.locator('form [name="date"]').fill('2020-13');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('form [name="date"][aria-invalid="true"]');
    expect(await page.inputValue('form [name="date"]')).toBe('2020-13');
    expect((await fact(reports.ru, event.n)).state).toBe('proposed');
    expect(await page.locator('.waiting').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.waitForSelector('form', { state: 'detached' });
    await context.close();
  });
  it('changes its mind: what was accepted is withdrawn when it is rejected after all', async () => {
    const { context, page } = await open(reports.ar, { lang: 'ar' });
    const event = (await answer(`/reports/${reports.ar}`)).facts.find((one) => one.type === 'event' && one.draft);
    await go(page, event.n);
    await page.keyboard.press('a');
    await recorded(page);
    const first = await fact(reports.ar, event.n);
    await page.locator(`[data-fact="${event.n}"] .name`).click();
    await page.keyboard.press('r');
    await recorded(page);
    const now = await fact(reports.ar, event.n);
    expect([now.state, now.made]).toEqual(['rejected', null]);
    expect((await answer(`/entries/${first.made.id}`)).withdrawn).toBe(true);
    expect((await answer(`/entries/${first.review.id}`)).replacedBy).toBe(now.review.id);
    await context.close();
  });
  it('obeys the same keys under a Russian and an Arabic layout', async () => {
    const { context, page } = await open(reports.ru, { lang: 'ru' });
    const press = (key, code) => page.evaluate(([k, c]) => dispatchEvent(new KeyboardEvent('keydown', { key: k, code: c, bubbles: true, cancelable: true })), [key, code]);
    await press('о', 'KeyJ');
    await page.waitForSelector('aside [aria-current="true"]');
    const n = await chosen(page);
    await press('ر', 'KeyR');
    await recorded(page);
    expect((await fact(reports.ru, n)).state).toBe('rejected');
    await context.close();
  });
  it('shows its keys, and lets them be switched off', async () => {
    const { context, page } = await open(reports.en);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    expect(await page.textContent('dialog')).toContain('Reject with a reason');
    await page.locator('dialog input').uncheck();
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('j');
    await page.waitForTimeout(100);
    expect(await page.locator('aside [aria-current="true"]').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('aside [aria-current="true"]');
    await context.close();
  });
});

describe('nothing is lost and nothing doubled', () => {
  it('when the answer is cut off, the server killed, the page closed, and all of it sent again', async () => {
    const { context, page } = await open(reports.ar, { lang: 'en' });
    const open_facts = (await answer(`/reports/${reports.ar}`)).facts.filter((one) => one.state === 'proposed' && one.draft);
    const places = (await answer(`/reports/${reports.ar}`)).facts.filter((one) => one.state === 'proposed' && one.type === 'place');
    expect(open_facts.length).toBeGreaterThan(0);
    expect(places.length).toBeGreaterThan(0);
    const [first] = open_facts;
    const before = { reviews: (await entries('ReadingReviewed')).length, made: (await entries(first.draft.kind)).length };
    // The first entry reaches the record; of that the page hears nothing. Then the server is killed.
    let cut = 0;
    await page.route('**/entries', async (route) => {
      if (cut++ > 0) return route.continue();
      await route.fetch();
      await server.kill();
      return route.abort();
    });
    await page.locator(`[data-fact="${first.n}"] .name`).click();
    await page.keyboard.press('a');
    await page.waitForSelector('.waiting');
    await page.locator(`[data-fact="${places[0].n}"] .name`).click();
    await page.keyboard.press('r');
    await page.waitForFunction(() => document.querySelector('.waiting')?.textContent.includes('2 decisions wait'));
    await page.waitForFunction(() => document.querySelector('.waiting')?.textContent.includes('does not answer'));
    expect(await page.textContent(`[data-fact="${first.n}"] .state`)).toContain('waits to be recorded');
    await page.close();
    const { port } = server;
    server = await writingServer(TRUCE, record, port);
    // The old link writes no more, and the page says so without losing anything.
    const again = await context.newPage();
    await again.goto(`${server.base}/?lang=en&record=desk&report=${reports.ar}`);
    await again.waitForFunction(() => document.querySelector('.waiting')?.textContent.includes('open the one that'));
    // The new one sends what waits, from whichever page it opens; two pages at once double nothing.
    const third = await context.newPage();
    await third.goto(server.link);
    await third.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'), undefined, { timeout: 30_000 });
    await again.waitForFunction(() => !document.querySelector('.waiting'), undefined, { timeout: 30_000 });
    expect((await fact(reports.ar, first.n)).state).toBe('accepted');
    expect((await fact(reports.ar, places[0].n)).state).toBe('rejected');
    expect((await entries('ReadingReviewed')).length).toBe(before.reviews + 2);
    expect((await entries(first.draft.kind)).length).toBe(before.made + 1);
    expect(record.run('verify', record.dir)).toMatch(/^right: /);
    await context.close();
  });
  it('when the same decision is taken twice', async () => {
    const { context, page } = await open(reports.en);
    const place = (await answer(`/reports/${reports.en}`)).facts.find((one) => one.type === 'actor' && one.state === 'proposed');
    const before = (await entries('ReadingReviewed')).length;
    await page.locator(`[data-fact="${place.n}"] .name`).click();
    await page.keyboard.press('a');
    await page.locator(`[data-fact="${place.n}"] .name`).click();
    await page.keyboard.press('a');
    await recorded(page);
    expect((await entries('ReadingReviewed')).length).toBe(before + 1);
    await context.close();
  });
});

describe('who only reads', () => {
  it('sees every decision, and no way to take one', async () => {
    const { context, page } = await open(reports.en, { writes: false });
    const posts = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    expect(await page.locator('aside .state.accepted').count()).toBeGreaterThan(0);
    for (const key of ['j', 'a', 'r', 'c', 'u']) await page.keyboard.press(key);
    await page.waitForTimeout(200);
    expect(await page.locator('aside .act, form').count()).toBe(0);
    expect(await page.locator('aside [aria-current="true"]').count()).toBe(1);
    expect(posts).toEqual([]);
    await context.close();
  });
});

describe.each(['en', 'ru', 'ar'])('the desk in %s', (lang) => {
  it.each([390, 768, 1024, 1440])('does not overflow at %i px, with a correction open', async (width) => {
    const { context, page } = await open(reports[lang], { lang, width });
    const event = (await answer(`/reports/${reports[lang]}`)).facts.find((one) => one.type === 'event');
    await page.locator(`[data-fact="${event.n}"] .name`).click();
    await page.keyboard.press('c');
    await page.waitForSelector('form fieldset');
    await page.locator('fieldset > button').click();
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('[aria-invalid="true"]');
    expect(await page.getAttribute('html', 'dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    const wide = await page.locator('aside').evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });
  it('has a name for everything that can be touched', async () => {
    const { context, page } = await open(reports[lang], { lang });
    const event = (await answer(`/reports/${reports[lang]}`)).facts.find((one) => one.type === 'event');
    await page.locator(`[data-fact="${event.n}"] .name`).click();
    await page.keyboard.press('c');
    await page.waitForSelector('form fieldset');
    await page.locator('fieldset > button').click();
    const client = await context.newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const unnamed = nodes.filter((node) => !node.ignored && ['button', 'textbox', 'combobox', 'checkbox', 'link', 'form', 'complementary'].includes(node.role?.value) && !node.name?.value);
    expect(unnamed.map((node) => `${node.role.value} ${node.parentId} ${JSON.stringify(node.properties)}`)).toEqual([]);
    expect(nodes.filter((node) => ['textbox', 'combobox'].includes(node.role?.value)).length).toBeGreaterThan(9);
    await context.close();
  });
});
