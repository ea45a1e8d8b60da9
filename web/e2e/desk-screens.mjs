// Screenshots of a report that is being decided on, in three languages, light and dark, at three widths: npm run screens:desk -- OUTDIR
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { madeRecord, writingServer } from './desk-reports.mjs';

const [out = 'target/screens'] = process.argv.slice(2);
const truce = process.env.TRUCE ?? '../truce';
mkdirSync(out, { recursive: true });
const record = madeRecord(truce);
const server = await writingServer(truce, record);
const browser = await launch();
const list = await (await fetch(`${server.base}/api/v1/records/desk/reports`)).json();
const WIDTHS = { desktop: { width: 1440, height: 900 }, tablet: { width: 820, height: 1100 }, phone: { width: 390, height: 844 } };
for (const { lang, entry } of list.items) {
  for (const theme of ['light', 'dark']) {
    for (const [device, viewport] of Object.entries(WIDTHS)) {
      if (theme === 'dark' && device === 'tablet') continue;
      const context = await browser.newContext({ viewport, colorScheme: theme, locale: lang });
      const page = await context.newPage();
      const shot = (name) => page.screenshot({ path: `${out}/desk-${name}.${lang}.${theme}.${device}.png`, fullPage: device === 'phone' });
      await page.goto(server.link);
      await page.goto(`${server.base}/?lang=${lang}&record=desk&report=${entry}`);
      await page.waitForSelector('aside [data-fact]');
      await page.evaluate(() => document.fonts.ready);
      await page.keyboard.press('j');
      if (theme === 'light' && device === 'desktop') {
        await page.keyboard.press('a');
        await page.keyboard.press('Shift+R');
        await page.keyboard.type('…');
        await page.keyboard.press('Enter');
      }
      await page.locator('[data-fact^="events/"] .name').first().click();
      await page.waitForTimeout(300);
      await shot('decided');
      await page.keyboard.press('c');
      await page.locator('form [name="date"]').fill('2020-02-30');
      await page.locator('form [name="place"]').fill('?');
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(200);
      await shot('correcting');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.waitForSelector('dialog[open]');
      if (device !== 'tablet') await shot('keys');
      await page.keyboard.press('Escape');
      // What waits while the server does not answer.
      await page.route('**/entries', (route) => route.abort());
      await page.locator('[data-fact^="actors/"] .name').first().click();
      await page.keyboard.press('r');
      await page.waitForSelector('.waiting');
      await page.waitForTimeout(300);
      if (device !== 'tablet') await shot('waiting');
      await context.close();
    }
  }
}
await browser.close();
await server.stop();
record.remove();
