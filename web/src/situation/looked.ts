type Storing = Pick<Storage, 'getItem' | 'setItem'>;

export interface Looked { size: number; day: string }

/**
 * How much of a record this browser had seen before this visit; undefined at the first. Remembers the most that it has
 * seen. A visit is as long as its tab: to reload the page is not to come again.
 */
export function looked(lasting: Storing, visit: Storing, record: string, size: number, day: string): Looked | undefined {
  const key = `truce-looked ${record}`;
  const read = (from: Storing): Looked | undefined => {
    try {
      const found = JSON.parse(from.getItem(key) ?? 'null') as Looked | null;
      return found && typeof found.size === 'number' && /^\d{4}-\d\d-\d\d$/.test(found.day) ? found : undefined;
    } catch {
      return undefined;
    }
  };
  const now = read(lasting);
  if (visit.getItem(key) === null) visit.setItem(key, JSON.stringify(now ?? null));
  if (!now || size > now.size) lasting.setItem(key, JSON.stringify({ size, day }));
  return read(visit);
}
