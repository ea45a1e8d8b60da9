/** Single keys of the review desk. On a keyboard that writes no Latin letters, the key where the letter stands counts. */

export type Command = 'next' | 'previous' | 'open' | 'accept' | 'correct' | 'reject' | 'reject-why' | 'undo' | 'help';

const BY_LETTER: Record<string, Command> = { j: 'next', k: 'previous', n: 'open', a: 'accept', c: 'correct', r: 'reject', u: 'undo' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means; undefined where it means nothing here. */
export function command(event: Pressed): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'ArrowDown') return 'next';
  if (event.key === 'ArrowUp') return 'previous';
  if (event.key === '?' || event.key === '؟' || (event.shiftKey && event.code === 'Slash')) return 'help';
  const latin = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase();
  const found = BY_LETTER[latin];
  if (event.shiftKey) return found === 'reject' ? 'reject-why' : undefined;
  return found;
}

/** Whether somebody is writing, so that letters are letters. */
export function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
