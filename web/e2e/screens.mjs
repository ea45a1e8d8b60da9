// Screenshots of every page in three languages, light and dark, desktop and phone: npm run screens -- OUTDIR [BASE_URL]
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';

const [out = 'target/screens', base = process.env.TRUCE_URL ?? 'http://127.0.0.1:8080'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const reports = await (await fetch(`${base}/api/v1/records`)).json();
const record = reports[0].name;
const list = await (await fetch(`${base}/api/v1/records/${record}/reports?at=${reports[0].openingDay ?? ''}`)).json();
const PAGES = { situation: '', agreement: '&view=obligations', incidents: '&view=incidents', reports: '&view=reports' };
if (list.items[0]) PAGES.report = `&report=${list.items[0].entry}`;
const browser = await launch();
for (const lang of ['en', 'ru', 'ar']) {
  for (const theme of ['light', 'dark']) {
    for (const [device, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
      const context = await browser.newContext({ viewport, colorScheme: theme, locale: lang });
      const page = await context.newPage();
      for (const [name, query] of Object.entries(PAGES)) {
        if (theme === 'dark' && name !== 'situation') continue;
        await page.goto(`${base}/?lang=${lang}${query}`);
        await page.waitForSelector('h1, article');
        if (name === 'situation') await page.waitForSelector('canvas', { timeout: 15000 }).catch(() => {});
        await page.waitForTimeout(name === 'situation' ? 2500 : 500);
        await page.screenshot({ path: `${out}/${name}.${lang}.${theme}.${device}.png`, fullPage: device === 'phone' });
      }
      await context.close();
    }
  }
}
await browser.close();
