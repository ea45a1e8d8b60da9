import { describe, expect, it } from 'vitest';
import { base64, check, checkpoint, Fault, leafHash, node, policy, rootOf, same, Tiles, tilePath, verifierKey, type Hash } from './tlog';

const leafOf = (i: number) => new TextEncoder().encode(`leaf ${i}`);
/** The tree hash of RFC 6962 §2.1, straight from its definition. */
async function tree(from: number, to: number): Promise<Hash> {
  if (to - from === 1) return leafHash(leafOf(from));
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return node(await tree(from, from + split), await tree(from + split, to));
}
/** All tiles of a tree, made by hashing level over level. */
async function made(size: number): Promise<Map<string, Uint8Array>> {
  const out = new Map<string, Uint8Array>();
  let hashes: Hash[] = [];
  for (let i = 0; i < size; i++) hashes.push(await leafHash(leafOf(i)));
  for (let level = 0; hashes.length; level++) {
    for (let number = 0; number * 256 < hashes.length; number++) {
      const part = hashes.slice(number * 256, number * 256 + 256);
      const bytes = new Uint8Array(part.length * 32);
      part.forEach((hash, i) => bytes.set(hash, i * 32));
      out.set(tilePath(level, number, part.length), bytes);
    }
    const next: Hash[] = [];
    for (let i = 0; i + 256 <= hashes.length; i += 256) {
      let row = hashes.slice(i, i + 256);
      while (row.length > 1) row = await Promise.all(Array.from({ length: row.length / 2 }, (_, j) => node(row[2 * j] as Hash, row[2 * j + 1] as Hash)));
      next.push(row[0] as Hash);
    }
    hashes = next;
  }
  return out;
}

describe('a path computed from tiles', () => {
  it.each([[1, 1], [2, 2], [7, 7], [256, 256], [257, 300], [300, 700], [700, 700]])('leads to the root of %i leaves in a tree of %i', async (size, grown) => {
    const tiles = await made(grown);
    const read = (path: string) => Promise.resolve(tiles.get(path));
    const root = await tree(0, size);
    for (const index of [0, 1, size >> 1, size - 2, size - 1].filter((i) => i >= 0 && i < size)) {
      const path = await new Tiles(grown, read).path(index, size);
      expect(same(await rootOf(await leafHash(leafOf(index)), index, size, path), root), `${index}`).toBe(true);
      expect(same(await rootOf(await leafHash(leafOf(index + 1)), index, size, path), root)).toBe(false);
    }
  });
  it('names tiles as tlog-tiles does', () => {
    expect(tilePath(0, 1234067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath(1, 0, 3)).toBe('tile/1/000.p/3');
  });
});

describe('the check of an entry', async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const name = 'truce.invalid/test';
  const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...new TextEncoder().encode(`${name}\n`), 1, ...raw]))).slice(0, 4);
  const key = `${name}+${hex(id)}+${base64(new Uint8Array([1, ...raw]))}`;
  async function note(size: number, root: Hash): Promise<string> {
    const text = `${name}\n${size}\n${base64(root)}\n`;
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text)));
    return `${text}\n\u2014 ${name} ${base64(new Uint8Array([...id, ...signature]))}\n`;
  }
  const tiles = await made(300);
  // What the tree commits to here is the 33 bytes that stand for an entry which the reader may not read.
  const leaf = new Uint8Array(33).fill(7);
  const hash = await leafHash(leaf);
  const zero = (tiles.get(tilePath(0, 0, 256)) as Uint8Array).slice();
  zero.set(hash, 5 * 32);
  tiles.set(tilePath(0, 0, 256), zero);
  const one = (tiles.get(tilePath(1, 0, 1)) as Uint8Array).slice();
  let row = Array.from({ length: 256 }, (_, i) => zero.slice(i * 32, i * 32 + 32) as Hash);
  while (row.length > 1) row = await Promise.all(Array.from({ length: row.length / 2 }, (_, j) => node(row[2 * j] as Hash, row[2 * j + 1] as Hash)));
  one.set(row[0] as Hash, 0);
  tiles.set(tilePath(1, 0, 1), one);
  const root = await new Tiles(300, (path) => Promise.resolve(tiles.get(path))).range(0, 300);
  const proof = `c2sp.org/tlog-proof@v1\nextra ${base64(leaf)}\nindex 5\n\n`;
  const given = { checkpoint: await note(300, root), key, receipt: proof, size: 300, read: (path: string) => Promise.resolve(tiles.get(path)) };
  const failed = async (change: Partial<typeof given>) => (await check({ ...given, ...change })).steps.filter((step) => !step.holds).map((step) => step.code);

  it('holds against a checkpoint that was signed', async () => expect(await failed({})).toEqual([]));
  it('fails when any hash of a tile that it needs was tampered with', async () => {
    for (const at of [0, 4 * 32 + 3, 200 * 32]) {
      const bad = zero.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await failed({ read: (path) => Promise.resolve(path === tilePath(0, 0, 256) ? bad : tiles.get(path)) }), `${at}`).toContain('proof-root');
    }
  });
  it('fails when the tile holds another entry in its place', async () => {
    const bad = zero.slice();
    bad[5 * 32] = (bad[5 * 32] ?? 0) ^ 1;
    expect(await failed({ read: (path) => Promise.resolve(path === tilePath(0, 0, 256) ? bad : tiles.get(path)) })).toEqual(['proof-tile']);
  });
  it('fails for another entry than the one that was sequenced', async () => {
    expect(await failed({ receipt: proof.replace('index 5', 'index 6') })).toEqual(['proof-tile', 'proof-root']);
  });
  it('fails where the signature is not of the key', async () => {
    expect(await failed({ checkpoint: given.checkpoint.replace('\n300\n', '\n299\n') })).toContain('proof-signature');
  });
  it('says that a checkpoint is older than the entry, or newer than this copy', async () => {
    expect(await failed({ checkpoint: await note(3, root) })).toEqual(['proof-later']);
    expect(await failed({ checkpoint: await note(301, root) })).toEqual(['proof-larger']);
  });
  it.each([['no note at all', 'proof-no-note'], ['a\n1\nAAAA\n\n', 'proof-no-note']])('refuses %j', (text, code) => {
    expect(() => checkpoint(text)).toThrow(new Fault(code));
  });
  it('refuses a key of another kind', () => expect(() => verifierKey('a+00000000+AAAA')).toThrow(new Fault('proof-no-key')));
  it('reads who the witnesses are', () => {
    expect(policy('truce-policy/v1\no\nlog x\nwitness w1 w.example+1234abcd+AAAA\ngroup g 1 w1\nquorum g\n').witnesses).toEqual([{ name: 'w1', key: 'w.example' }]);
  });
});
