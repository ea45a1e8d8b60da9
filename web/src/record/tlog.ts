/**
 * The arithmetic of a transparent log, after RFC 6962 §2.1 and C2SP tlog-tiles, signed-note and tlog-proof, on WebCrypto
 * alone: what a visitor's own browser needs to see that an entry is in a record. Nothing here trusts what it is handed.
 */
export type Hash = Uint8Array<ArrayBuffer>;

const TILE = 256;
const HEIGHT = 8;
const HASH = 32;

async function sha256(...parts: Uint8Array[]): Promise<Hash> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

export const node = (left: Hash, right: Hash): Promise<Hash> => sha256(Uint8Array.of(1), left, right);
export const leafHash = (leaf: Uint8Array): Promise<Hash> => sha256(Uint8Array.of(0), leaf);

/** The leaf of an entry from what its holder has: `nonce[32] || recorded[8] || content`, or the 33-byte leaf itself. */
export async function leafOf(extra: Uint8Array): Promise<Uint8Array> {
  if (extra.length === 33) return extra;
  const commitment = await sha256(extra);
  const leaf = new Uint8Array(33);
  leaf[0] = 1;
  leaf.set(commitment, 1);
  return leaf;
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

export function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function base64(of: Uint8Array): string {
  return btoa(String.fromCharCode(...of));
}

/** What is wrong with a text that was given; `code` names the sentence that says what to do. */
export class Fault extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface Signature { name: string; id: string; signature: Uint8Array<ArrayBuffer> }
export interface Checkpoint { text: string; origin: string; size: number; root: Hash; signatures: Signature[] }

/** Reads a checkpoint as a signed note; throws a Fault where it is none. */
export function checkpoint(note: string): Checkpoint {
  const clean = note.replace(/\r\n/g, '\n').trim() + '\n';
  const blank = clean.indexOf('\n\n');
  if (blank < 0) throw new Fault('proof-no-note');
  const text = clean.slice(0, blank + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size)) throw new Fault('proof-no-note');
  let hash: Hash;
  try {
    hash = bytes(root);
  } catch {
    throw new Fault('proof-no-note');
  }
  if (hash.length !== HASH) throw new Fault('proof-no-note');
  const signatures = clean.slice(blank + 2).split('\n').filter(Boolean).map((line) => {
    const [, name = '', value = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    if (!name) throw new Fault('proof-no-note');
    const all = bytes(value);
    return { name, id: [...all.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(''), signature: all.slice(4) };
  });
  return { text, origin, size: Number(size), root: hash, signatures };
}

export interface Key { name: string; id: string; key: Uint8Array<ArrayBuffer> }

/** Reads a verifier key `NAME+8 HEX+BASE64`; only Ed25519 (type 1) signs records. */
export function verifierKey(text: string): Key {
  const [, name = '', id = '', value = ''] = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  let all: Uint8Array<ArrayBuffer>;
  try {
    all = bytes(value);
  } catch {
    throw new Fault('proof-no-key');
  }
  if (!name || all.length !== 33 || all[0] !== 1) throw new Fault('proof-no-key');
  return { name, id, key: all.slice(1) };
}

/** Whether a note bears a right signature of a key. */
export async function signed(note: Checkpoint, key: Key): Promise<boolean> {
  const found = note.signatures.find((one) => one.name === key.name && one.id === key.id);
  if (!found || found.signature.length !== 64) return false;
  const id = await sha256(new TextEncoder().encode(`${key.name}\n`), Uint8Array.of(1), key.key);
  if ([...id.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== key.id) return false;
  const imported = await crypto.subtle.importKey('raw', key.key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, found.signature, new TextEncoder().encode(note.text));
}

export interface Receipt { extra: Uint8Array<ArrayBuffer>; index: number }

/** Reads what a receipt says of its entry; its own path and checkpoint are not believed and not needed. */
export function receipt(text: string): Receipt {
  const extra = /^extra (\S+)$/m.exec(text)?.[1];
  const index = /^index (\d{1,15})$/m.exec(text)?.[1];
  if (!text.startsWith('c2sp.org/tlog-proof@v1\n') || !extra || index === undefined) throw new Fault('proof-no-receipt');
  return { extra: bytes(extra), index: Number(index) };
}

/** `N` as a path of tlog-tiles: x001/x234/067. */
export function tilePath(level: number, number: number, width: number): string {
  let path = String(number % 1000).padStart(3, '0');
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000)) path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return `tile/${level}/${path}${width < TILE ? `.p/${width}` : ''}`;
}

/** Hashes of complete subtrees, computed from the tiles of a tree of `size` leaves. Each tile is fetched once. */
export class Tiles {
  readonly fetched = new Set<string>();
  private readonly tiles = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly size: number, private readonly read: (path: string) => Promise<Uint8Array | undefined>) {}

  /** The hash of the `index`th subtree of 2^level leaves. */
  async subtree(level: number, index: number): Promise<Hash> {
    const tileLevel = Math.floor(level / HEIGHT);
    const below = level % HEIGHT;
    const first = index * 2 ** below;
    const number = Math.floor(first / TILE);
    const tile = await this.tile(tileLevel, number);
    const from = first % TILE;
    let hashes: Hash[] = [];
    for (let i = from; i < from + 2 ** below; i++) {
      const hash = tile.slice(i * HASH, (i + 1) * HASH) as Hash;
      if (hash.length !== HASH) throw new Fault('proof-no-tile');
      hashes.push(hash);
    }
    while (hashes.length > 1) {
      hashes = await Promise.all(Array.from({ length: hashes.length / 2 }, (_, i) => node(hashes[2 * i] as Hash, hashes[2 * i + 1] as Hash)));
    }
    return hashes[0] as Hash;
  }

  private tile(level: number, number: number): Promise<Uint8Array> {
    const there = Math.floor(this.size / 2 ** (HEIGHT * level));
    const width = Math.min(TILE, there - number * TILE);
    const path = tilePath(level, number, width);
    let tile = this.tiles.get(path);
    if (!tile) {
      this.fetched.add(path);
      tile = this.read(path).then((got) => {
        if (!got) throw new Fault('proof-no-tile');
        return got;
      });
      this.tiles.set(path, tile);
    }
    return tile;
  }

  /** The hash of the leaves from `low` up to `high`, as RFC 6962 splits them. */
  async range(low: number, high: number): Promise<Hash> {
    const count = high - low;
    const level = Math.log2(count);
    if (Number.isInteger(level) && low % count === 0) return this.subtree(level, low / count);
    const split = 2 ** Math.ceil(Math.log2(count) - 1);
    return node(await this.range(low, low + split), await this.range(low + split, high));
  }

  /** The audit path of a leaf in the tree of the first `size` leaves, the lowest sibling first. */
  async path(index: number, size: number): Promise<Hash[]> {
    const walk = async (low: number, high: number): Promise<Hash[]> => {
      if (high - low <= 1) return [];
      const split = low + 2 ** Math.ceil(Math.log2(high - low) - 1);
      return index < split
        ? [...(await walk(low, split)), await this.range(split, high)]
        : [...(await walk(split, high)), await this.range(low, split)];
    };
    return walk(0, size);
  }
}

/** The root that a leaf and its audit path lead to (RFC 9162 §2.1.3.2). */
export async function rootOf(leaf: Hash, index: number, size: number, path: Hash[]): Promise<Hash> {
  if (index >= size) throw new Fault('proof-later');
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) throw new Fault('proof-no-tile');
    if (at % 2 === 1 || at === last) {
      hash = await node(sibling, hash);
      if (at % 2 === 0) {
        while (at % 2 === 0 && at !== 0) {
          at = Math.floor(at / 2);
          last = Math.floor(last / 2);
        }
      }
    } else {
      hash = await node(hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new Fault('proof-no-tile');
  return hash;
}

/** One step of a check, in the order in which they were made; `detail` is shown as it stands. */
export interface Step { code: string; holds: boolean; detail?: string }

/**
 * Checks that an entry is in the record that a checkpoint commits to. The path is computed from the record's tiles, not
 * taken from the receipt: a server that tampers with any of them cannot lead to the root that was signed.
 */
export async function check(given: {
  checkpoint: string; key: string; receipt: string; size: number; read: (path: string) => Promise<Uint8Array | undefined>;
}): Promise<{ steps: Step[]; content: string | null }> {
  const steps: Step[] = [];
  const note = checkpoint(given.checkpoint);
  const key = verifierKey(given.key);
  steps.push({ code: 'proof-origin', holds: note.origin === key.name, detail: note.origin });
  steps.push({ code: 'proof-signature', holds: await signed(note, key), detail: key.id });
  const { extra, index } = receipt(given.receipt);
  const leaf = await leafOf(extra);
  const content = extra.length > 40 ? new TextDecoder().decode(extra.slice(40)) : null;
  steps.push({ code: content === null ? 'proof-leaf' : 'proof-content', holds: true, detail: `${index}` });
  if (index >= note.size) {
    steps.push({ code: 'proof-later', holds: false, detail: `${index} ≥ ${note.size}` });
    return { steps, content };
  }
  if (note.size > given.size) {
    steps.push({ code: 'proof-larger', holds: false, detail: `${note.size} > ${given.size}` });
    return { steps, content };
  }
  const tiles = new Tiles(given.size, given.read);
  const hash = await leafHash(leaf);
  const path = await tiles.path(index, note.size);
  const root = await rootOf(hash, index, note.size, path);
  const held = await tiles.subtree(0, index);
  steps.push({ code: 'proof-tile', holds: same(held, hash), detail: [...tiles.fetched].join(' ') });
  steps.push({ code: 'proof-root', holds: same(root, note.root), detail: base64(root) });
  return { steps, content };
}

export interface Witnesses { quorum: string; witnesses: { name: string; key: string }[] }

/** The witnesses that a signed policy names. */
export function policy(text: string): Witnesses {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  return {
    quorum: lines.find(([word]) => word === 'quorum')?.[1] ?? '',
    witnesses: lines.filter(([word]) => word === 'witness').map(([, name = '', key = '']) => ({ name, key: key.split('+')[0] ?? name })),
  };
}
