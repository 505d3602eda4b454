/** One deadline over everything that a request needs. */

export interface Deadline {
  /** Aborts at the deadline, or with the signal that it follows. */
  readonly signal: AbortSignal;
  /** `work`'s result, if it comes in time. Work that ignores the signal is left behind. */
  within<T>(work: T | PromiseLike<T>): Promise<Awaited<T>>;
  /** Removes timer and listener. */
  end(): void;
}

/** `follow`: a signal that ends it early; its listener is removed at the end. */
export function startDeadline(ms: number, follow?: AbortSignal, message?: string): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let abort = () => {};
  const late = new Promise<never>((_, reject) => {
    abort = () => {
      controller.abort(message === undefined ? undefined : new Error(message));
      reject(signal.reason);
    };
  });
  // Without a handler, a rejection that nobody awaits would be reported as unhandled.
  late.catch(() => {});
  const timer = setTimeout(abort, ms);
  follow?.addEventListener("abort", abort);
  if (follow?.aborted) abort();
  return {
    signal,
    within: (work) => Promise.race([late, work]),
    end: () => {
      clearTimeout(timer);
      follow?.removeEventListener("abort", abort);
    },
  };
}
