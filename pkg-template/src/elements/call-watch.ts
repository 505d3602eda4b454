import type { CallUpdate, NinjaHireClient, WatchOptions } from "../index.js";

/** What happens to a call that is followed. */
export interface CallListener {
  update(update: CallUpdate): void;
  end(): void;
  error(error: unknown): void;
}

/** Follows a call, until it ends or the controller that this returns is aborted. */
export function followCall(
  client: NinjaHireClient,
  callId: string,
  until: WatchOptions["until"],
  listener: CallListener,
): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const follow = async () => {
    try {
      for await (const update of client.watchCall(callId, { until, signal })) {
        if (signal.aborted) return;
        listener.update(update);
      }
      if (!signal.aborted) listener.end();
    } catch (error) {
      if (!signal.aborted) listener.error(error);
    }
  };
  void follow();
  return controller;
}
