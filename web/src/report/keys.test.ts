import { describe, expect, it } from 'vitest';
import { command } from './keys';

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
  command({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('keys', () => {
  it.each([
    ['a', 'KeyA', 'accept'], ['c', 'KeyC', 'correct'], ['r', 'KeyR', 'reject'], ['u', 'KeyU', 'undo'], ['j', 'KeyJ', 'next'],
    ['ArrowUp', 'ArrowUp', 'previous'], ['n', 'KeyN', 'open'],
    // The same keys with a Russian and with an Arabic layout.
    ['ф', 'KeyA', 'accept'], ['с', 'KeyC', 'correct'], ['к', 'KeyR', 'reject'], ['ش', 'KeyA', 'accept'], ['ع', 'KeyU', 'undo'], ['ت', 'KeyJ', 'next'],
    // A French keyboard has its a where others have q: the letter counts.
    ['a', 'KeyQ', 'accept'],
  ] as const)('%s on %s is %s', (key, code, what) => expect(press(key, code)).toBe(what));
  it('leaves the browser its own keys', () => {
    expect(press('r', 'KeyR', { ctrlKey: true })).toBeUndefined();
    expect(press('c', 'KeyC', { metaKey: true })).toBeUndefined();
    expect(press('q', 'KeyA')).toBeUndefined();
  });
  it('tells a rejection with a reason and the help by Shift', () => {
    expect(press('R', 'KeyR', { shiftKey: true })).toBe('reject-why');
    expect(press('A', 'KeyA', { shiftKey: true })).toBeUndefined();
    expect(press('?', 'Slash', { shiftKey: true })).toBe('help');
    expect(press(',', 'Slash', { shiftKey: true })).toBe('help');
    expect(press('؟', 'Slash', { shiftKey: true })).toBe('help');
  });
});
