// Screenshots of every page in three languages, light and dark, desktop and phone: npm run screens -- OUTDIR [BASE_URL]
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';

const [out = 'target/screens', base = process.env.TRUCE_URL ?? 'http://127.0.0.1:8080'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const [record] = await (await fetch(`${base}/api/v1/records`)).json();
const day = record.openingDay ? `&at=${record.openingDay}&known=${record.openingDay}` : '';
const list = async (name) => (await (await fetch(`${base}/api/v1/records/${record.name}/${name}?limit=all${day}`)).json()).items;
const report = (await list('reports'))[0];
// The incident of which there is most to see.
const incident = (await list('steps')).sort((a, b) => b.steps.length - a.steps.length)[0];
const PAGES = {
  situation: '', map: '&view=map', incidents: '&view=incidents', ...(incident ? { incident: `&view=incidents&incident=${incident.id}` } : {}), agreement: '&view=agreement',
  reports: '&view=reports', ...(report ? { report: `&report=${report.entry}` } : {}), registers: '&view=registers', effort: '&view=registers&register=effort', returns: '&view=registers&register=returns', record: '&view=record',
};
const browser = await launch();
for (const lang of ['en', 'ru', 'ar']) {
  for (const theme of ['light', 'dark']) {
    for (const [device, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
      const context = await browser.newContext({ viewport, colorScheme: theme, locale: lang });
      const page = await context.newPage();
      for (const [name, query] of Object.entries(PAGES)) {
        await page.goto(`${base}/?lang=${lang}&record=${record.name}${query}`);
        await page.waitForSelector('main h1, article');
        if (['situation', 'map'].includes(name)) await page.waitForSelector('[data-framed]', { timeout: 20000 }).catch(() => {});
        await page.waitForFunction(() => ![...document.querySelectorAll('main [role=status]')].some((one) => one.textContent.includes('…')), undefined, { timeout: 20000 }).catch(() => {});
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(['situation', 'map'].includes(name) ? 1500 : 200);
        await page.screenshot({ path: `${out}/${name}.${lang}.${theme}.${device}.png`, fullPage: device === 'phone' });
      }
      await context.close();
    }
  }
}
await browser.close();
