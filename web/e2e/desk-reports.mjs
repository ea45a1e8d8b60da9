// A record of one's own with three short reports, our own words, and a server that writes into it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const REPORTS = {
  en: `Example Gazette

A quiet night on the line

Published: 28 September 2021

The foreign minister of Russia, Sergey Lavrov, said on Tuesday that "the situation there is now stable".
On 11 December 2020 Azerbaijani forces opened fire near Stepanakert, two soldiers were wounded, the Armenian defence ministry said.
Azerbaijan's defence ministry denied that.
On 20 September the peacekeepers cleared 12 hectares near Shushi. Refugees are to return to Stepanakert.
`,
  ru: `Пример-газета

Тихая ночь на линии

28 сентября 2021

Министр иностранных дел России Сергей Лавров заявил во вторник, что «обстановка там стабильна».
11 декабря 2020 года азербайджанские военные открыли огонь близ Степанакерта, двое военнослужащих ранены, сообщило министерство обороны Армении.
Министерство обороны Азербайджана это опровергло.
20 сентября миротворцы разминировали 12 га близ Шуши. Беженцы вернутся в Степанакерт.
`,
  ar: `صحيفة المثال

ليلة هادئة على الخط

28 سبتمبر/أيلول 2021

قال وزير الخارجية الروسي سيرغي لافروف، الثلاثاء، إن "الوضع هناك مستقر الآن".
وفي 11 ديسمبر/كانون الأول 2020 أطلقت القوات الأذربيجانية النار قرب ستيباناكيرت وأصيب جنديان، وفق وزارة الدفاع الأرمينية.
ونفت وزارة الدفاع الأذربيجانية ذلك.
وفي 20 سبتمبر أزالت قوات حفظ السلام الألغام من 12 هكتاراً قرب شوشي.
`,
};

const MANDATE = {
  kind: 'MandateSet', v: 1, stated: '2021-01-01T00:00:00Z', audience: 'public',
  body: {
    name: { en: 'Test mission', ru: 'Пробная миссия', ar: 'بعثة تجريبية' }, parties: ['armenia', 'azerbaijan'], mission: 'mission', zone: 'Asia/Yerevan', cut: '20:00',
    languages: ['en', 'ru', 'ar'], toponyms: 'both-parties', mode: 'live',
  },
};
const NAMED = [
  { kind: 'ActorNamed', audience: 'public', body: { actor: 'armenia', type: 'state', name: { en: 'Armenia', ru: 'Армения', ar: 'أرمينيا' } } },
  { kind: 'ActorNamed', audience: 'public', body: { actor: 'azerbaijan', type: 'state', name: { en: 'Azerbaijan', ru: 'Азербайджан', ar: 'أذربيجان' } } },
  { kind: 'PlaceNamed', audience: 'public', where: { geometry: { type: 'Point', coordinates: [46.75, 39.76] } }, body: { place: 'shushi', type: 'town', code: 'S1', name: { en: 'Shushi', ru: 'Шуши', ar: 'شوشي' } } },
];

/** Makes the record: its directory, an environment whose keys lie beside it, and how to take it all away. */
export function madeRecord(truce) {
  const home = mkdtempSync(join(tmpdir(), 'truce-desk-'));
  const env = { ...process.env, XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') };
  const dir = join(home, 'desk');
  const run = (...args) => execFileSync(truce, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('new', dir);
  const files = Object.entries(REPORTS).map(([lang, text]) => {
    const file = join(home, `${lang}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const first = join(home, 'first.jsonl');
  writeFileSync(first, [MANDATE, ...NAMED].map((one) => JSON.stringify(one)).join('\n'));
  run('add', dir, first, ...files, '--as', 'mission:registrar', '--audience', 'public');
  return { dir, env, run, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** A server that writes: its address, the link that lets one write, and two ways to end it. */
export async function writingServer(truce, record, port = 0, others = []) {
  const server = spawn(truce, ['serve', record.dir, ...others, '--as', 'mission:analyst', '--port', String(port)], { env: record.env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((done) => server.once('exit', done));
  const link = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=[0-9a-f]+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', (code) => reject(new Error(`truce serve ended with ${code}: ${said}`)));
  });
  const base = link.replace(/\/\?.*/, '');
  const end = (signal) => async () => {
    try { process.kill(-server.pid, signal); } catch { /* it has ended already */ }
    await ended;
  };
  return { base, link, port: Number(base.split(':').at(-1)), kill: end('SIGKILL'), stop: end('SIGTERM') };
}
