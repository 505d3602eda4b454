/** The deadline of a request, for every step of it. */

export interface Deadline {
  /** Aborts at the deadline, or when the signal that it follows aborts. */
  readonly signal: AbortSignal;
  /** The result of `work`. Rejects at the deadline, even where `work` ignores the signal. */
  within<T>(work: T | PromiseLike<T>): Promise<Awaited<T>>;
  /** Removes the timer and the listener. */
  end(): void;
}

/** Starts a deadline of `ms` milliseconds. Where `follow` aborts, the deadline is reached early. */
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
  // Without a handler, a rejection that no one awaits would be reported as unhandled.
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
