import { ms, numbertacticalpoints } from 'milsymbol/parts';

ms.addIcons(numbertacticalpoints);

/** A symbol of APP-6D as an image; undefined where its code is none. */
export function symbol(code: string, size: number, ink: string): ImageData | undefined {
  const made = new ms.Symbol(code, { size, monoColor: ink, fill: false, strokeWidth: 10 });
  if (!made.isValid()) return undefined;
  const canvas = made.asCanvas();
  return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
}
