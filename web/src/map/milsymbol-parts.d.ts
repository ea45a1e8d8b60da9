/** The parts of milsymbol by themselves: all of it would be four times as large as what a map needs. */
declare module 'milsymbol/parts' {
  interface Made { isValid(): boolean; asCanvas(): HTMLCanvasElement }
  export const numbertacticalpoints: unknown;
  export const ms: { addIcons(parts: unknown): void; Symbol: new (code: string, options: Record<string, unknown>) => Made };
}
