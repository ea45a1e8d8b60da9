/** `Map.groupBy`, which not every engine that runs the tests has: groups in the order of their first member. */
export function group<K, V>(list: readonly V[], key: (one: V) => K): Map<K, V[]> {
  const out = new Map<K, V[]>();
  for (const one of list) {
    const of = key(one);
    const held = out.get(of);
    if (held) held.push(one);
    else out.set(of, [one]);
  }
  return out;
}
