/** One deadline over everything that a request needs. */

export interface Deadline {
  /** Aborts at the deadline, or with the signal that it was told to follow. */
  readonly signal: AbortSignal;
  /** `work`'s result, if it comes in time. Work that does not look at the signal is left behind. */
  within<T>(work: T | PromiseLike<T>): Promise<Awaited<T>>;
  /** Lets go of timer and listener. */
  end(): void;
}

/** `follow`: a signal that ends it early; its listener is taken away at the end. */
export function startDeadline(ms: number, follow?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let abort = () => {};
  const late = new Promise<never>((_, reject) => {
    abort = () => {
      controller.abort();
      reject(signal.reason);
    };
  });
  // When nobody is waiting it is no fault.
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
