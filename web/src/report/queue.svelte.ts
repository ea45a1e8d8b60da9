/**
 * Decisions on their way into the record. Each waits in the browser's storage until the server has acknowledged all of
 * its entries, so that neither a server that is killed nor a page that is closed loses one; the ids are made here, so
 * that what is sent twice is entered once. One queue a browser; several pages may send from it at once.
 */
import { api, Refusal } from '../lib/api';
import { uuid7 } from '../lib/uuid';
import { takeBack, type Act, type Decided, type Standing } from './decide';
import type { Form } from './form';

export interface Item {
  id: string; record: string; report: string; fact: string;
  verdict: 'accepted' | 'corrected' | 'rejected' | 'undone';
  /** The entries, byte for byte as they are sent however often. */
  posts: string[];
  done: number; tried: boolean; standing: Standing;
  form?: Form;
  refused?: { status: number; code: string; detail: string; problems: { code: string; place: string; detail: string }[] };
}

type Storing = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;
const PREFIX = 'truce-waits ';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

export class Queue {
  items = $state<Item[]>([]);
  /** Why what waits is not on its way: nothing, the server, or the link. */
  trouble = $state<'none' | 'server' | 'link'>('none');
  /** Told of every decision that the record now holds, and of every one that it refused. */
  onsettled: (item: Item) => void = () => undefined;
  private sending = false;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly storage: Storing,
    private readonly send: (record: string, entry: string) => Promise<void> = (record, entry) => api.append(record, entry),
  ) {
    this.load();
  }

  /** Looks at what is stored, also by another page of this browser. */
  load(): void {
    const items: Item[] = [];
    for (let i = 0; i < this.storage.length; i++) {
      const key = this.storage.key(i);
      const text = key?.startsWith(PREFIX) ? this.storage.getItem(key) : null;
      if (text) items.push(JSON.parse(text) as Item);
    }
    // Ids are of version 7: in the order of their making.
    this.items = items.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What waits for one fact, oldest first. */
  of(report: string, fact: string): Item[] {
    return this.items.filter((item) => item.report === report && item.fact === fact);
  }

  add(where: Pick<Item, 'record' | 'report' | 'fact' | 'verdict'>, decided: Decided, form?: Form): void {
    const item: Item = {
      ...where, id: uuid7(), posts: decided.posts.map((post) => JSON.stringify(post)), done: 0, tried: false, standing: decided.standing,
      ...(form ? { form: JSON.parse(JSON.stringify(form)) as Form } : {}),
    };
    this.save(item);
    this.items = [...this.items, item];
    void this.flush();
  }

  /** Forgets a decision that was never sent, or that was refused; what of a refused one was entered is withdrawn. */
  drop(item: Item, act: Act): void {
    const entered = item.posts.slice(0, item.done).map((post) => JSON.parse(post) as Standing['made']).filter((entry) => !entry?.replaces?.withdraws);
    this.remove(item);
    for (const made of entered) {
      this.add({ record: item.record, report: item.report, fact: item.fact, verdict: 'undone' }, takeBack({ review: null, made }, act));
    }
  }

  /** Sends what waits, in order, until all is acknowledged or the server or the link fails; then again after a pause. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let item = this.next(); item; item = this.next()) await this.one(item);
      this.trouble = 'none';
      this.pause = FIRST_PAUSE;
    } catch (error) {
      this.trouble = error instanceof Refusal && error.status !== 0 && error.status < 500 ? 'link' : 'server';
      this.timer = setTimeout(() => void this.flush(), this.pause);
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    } finally {
      this.sending = false;
    }
  }

  private next(): Item | undefined {
    const held = new Set<string>();
    return this.items.find((item) => {
      const key = `${item.report} ${item.fact}`;
      if (item.refused) held.add(key);
      return !item.refused && !held.has(key);
    });
  }

  private async one(item: Item): Promise<void> {
    item.tried = true;
    this.save(item);
    while (item.done < item.posts.length) {
      try {
        await this.send(item.record, item.posts[item.done] ?? '');
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 0 || error.status >= 500 || error.status === 401 || error.status === 403 || error.status === 404) throw error;
        item.refused = { status: error.status, code: error.code, detail: error.message, problems: error.problems };
        this.save(item);
        this.onsettled(item);
        return;
      }
      item.done++;
      this.save(item);
    }
    this.remove(item);
    this.onsettled(item);
  }

  private save(item: Item): void {
    this.storage.setItem(PREFIX + item.id, JSON.stringify(item));
  }

  private remove(item: Item): void {
    this.storage.removeItem(PREFIX + item.id);
    this.items = this.items.filter((one) => one.id !== item.id);
  }
}

/** The queue of this browser. */
export const queue = new Queue(typeof localStorage === 'undefined' ? { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined } : localStorage);

if (typeof addEventListener !== 'undefined') {
  addEventListener('storage', (event) => event.key?.startsWith(PREFIX) && queue.load());
  addEventListener('online', () => void queue.flush());
}
