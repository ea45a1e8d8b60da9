import type { Obligation, Waiting } from '../lib/api';

export interface Node { id: string; column: number; row: number; circle: boolean; obligation: Obligation | undefined }
export interface Edge { from: string; to: string; back: boolean }
export interface Graph { nodes: Node[]; edges: Edge[]; columns: number; rows: number }

/**
 * Who waits for whom, in columns: what waits for nothing stands first, and each obligation stands behind the last of those
 * for which it waits. An edge that closes a circle is marked, and does not move anything. Only obligations that wait or
 * are waited for take part.
 */
export function graph(obligations: Obligation[], waiting: Waiting[]): Graph {
  const before = new Map<string, Set<string>>();
  const need = (id: string) => before.get(id) ?? before.set(id, new Set()).get(id) ?? new Set<string>();
  for (const one of obligations) for (const other of one.dependsOn ?? []) need(one.id).add(other);
  for (const one of waiting) {
    [one.id, ...one.chain].forEach((id, i, all) => {
      const next = all[i + 1];
      if (next) need(id).add(next);
    });
    for (const gone of one.missing) need(one.chain.at(-1) ?? one.id).add(gone);
  }
  const ids = [...new Set([...before].flatMap(([id, others]) => [id, ...others]))];
  const back = new Set<string>();
  const depth = new Map<string, number>();
  const walk = (id: string, path: string[]): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    let deep = 0;
    for (const other of before.get(id) ?? []) {
      if (other === id || path.includes(other)) back.add(`${id} ${other}`);
      else deep = Math.max(deep, walk(other, [...path, id]) + 1);
    }
    depth.set(id, deep);
    return deep;
  };
  ids.forEach((id) => walk(id, []));
  const circles = new Set(waiting.filter((one) => one.circle).flatMap((one) => [one.id, ...one.chain]));
  const rows = new Map<number, number>();
  const nodes = ids.map((id) => {
    const column = depth.get(id) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { id, column, row, circle: circles.has(id), obligation: obligations.find((one) => one.id === id) };
  });
  const edges = [...before].flatMap(([to, others]) => [...others].map((from) => ({ from, to, back: back.has(`${to} ${from}`) })));
  return { nodes, edges, columns: Math.max(0, ...nodes.map((one) => one.column + 1)), rows: Math.max(0, ...rows.values()) };
}
