/** What was asked of the server, and how far it is answered. */
export interface Answered<T> { readonly value: T | undefined; readonly error: unknown; readonly loading: boolean }

/**
 * Asks whenever what the question depends on changes, and gives up what was asked before. The former answer stays until
 * the next is there, so that a page does not flicker; after an error there is none. To be called while a component is made.
 */
export function answer<T>(ask: (stop: AbortSignal) => Promise<T> | undefined): Answered<T> {
  let value = $state.raw<T>();
  let error = $state.raw<unknown>();
  let loading = $state(true);
  $effect(() => {
    const stop = new AbortController();
    const asked = ask(stop.signal);
    loading = asked !== undefined;
    asked?.then(
      (got) => {
        if (stop.signal.aborted) return;
        value = got;
        error = undefined;
        loading = false;
      },
      (why) => {
        if (stop.signal.aborted) return;
        value = undefined;
        error = why;
        loading = false;
      },
    );
    return () => stop.abort();
  });
  return {
    get value() { return value; },
    get error() { return error; },
    get loading() { return loading; },
  };
}
