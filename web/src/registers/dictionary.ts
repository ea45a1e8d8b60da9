import described from '../../../publication/src/main/resources/org/truce/publication/table/registers.json';

/** The dictionary of the registers, the one from which the API is described and tables are exported. */
type Meaning = [type: string, unit: string, about: string];
type Fields = Record<string, Meaning | string[]>;
interface Register { kinds: string; like?: string; fields?: Fields }

const PARTS = described.parts as unknown as Record<string, Fields>;
const REGISTERS = described.registers as unknown as Record<string, Register>;

export interface Column { field: string; type: string; unit: string; about: string }

/** Every register, by the part of the work to which it belongs; one that no group names comes last. */
const GROUPS: Record<string, string[]> = {
  watching: ['posts', 'patrols', 'sensors', 'effort', 'unwatched', 'restrictions', 'access'],
  incidents: ['incidents', 'steps', 'answers', 'counts', 'ledger', 'ledgers', 'resolution', 'attribution'],
  agreement: ['obligations', 'due', 'deadlines', 'waiting', 'triggers', 'positions', 'progress', 'instruments', 'withdrawals', 'handovers'],
  ground: ['boundaries', 'corridors', 'hazards'],
  people: ['transfers', 'returns', 'meetings'],
  said: ['claims', 'reports'],
  kept: ['entries', 'changes', 'flags', 'actors'],
};

export function groups(): { name: string; registers: string[] }[] {
  const all = Object.keys(REGISTERS);
  const out = Object.entries(GROUPS).map(([name, registers]) => ({ name, registers: registers.filter((one) => all.includes(one)) }));
  const placed = new Set(out.flatMap((group) => group.registers));
  const rest = all.filter((one) => !placed.has(one));
  return rest.length ? [...out, { name: 'other', registers: rest }] : out;
}

export const known = (register: string): boolean => register in REGISTERS;

/** The fields of a register in the dictionary's order, those that it shares with others first. */
export function columns(register: string): Column[] {
  const { like, fields } = REGISTERS[register] ?? { fields: {} };
  const shared = like ? (PARTS[like] ?? REGISTERS[like]?.fields ?? {}) : {};
  return Object.entries({ ...shared, ...fields }).map(([field, [type = '', unit = '', about = '']]) => ({ field, type, unit, about }));
}

/** The kinds of entries from which a register is made. */
export const kinds = (register: string): string[] => (REGISTERS[register]?.kinds ?? '').split(' ').filter(Boolean);
