/** One deadline over everything that a request needs. */

export interface Deadline {
  /** Aborts at the deadline, or with the signal that it was told to follow. */
  readonly signal: AbortSignal;
  /** `work`'s result, if it comes in time. Work that does not look at the signal is left behind. */
  within<T>(work: T | PromiseLike<T>): Promise<T>;
  /** Resolves after `ms`, rejects at the deadline. */
  pause(ms: number): Promise<void>;
  /** Lets go of timer and listener. */
  end(): void;
}

/** `follow`: a signal that ends it early; its listener is taken away at the end. */
export function startDeadline(ms: number, follow?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  follow?.addEventListener("abort", abort);
  if (follow?.aborted) abort();

  const within = <T>(work: T | PromiseLike<T>) =>
    new Promise<T>((resolve, reject) => {
      const late = () => reject(signal.reason);
      signal.addEventListener("abort", late, { once: true });
      if (signal.aborted) late();
      Promise.resolve(work)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", late));
    });

  return {
    signal,
    within,
    pause: (pauseMs) => {
      let pausing: ReturnType<typeof setTimeout>;
      const pause = new Promise<void>((resolve) => (pausing = setTimeout(resolve, pauseMs)));
      return within(pause).finally(() => clearTimeout(pausing));
    },
    end: () => {
      clearTimeout(timer);
      follow?.removeEventListener("abort", abort);
    },
  };
}
