import type { Deadline } from "./deadline.js";

/** A body handed on as it comes, until it ends, is cut off, is no longer wanted, or is late. */
export function streamed(
  body: ReadableStream<Uint8Array>,
  deadline: Deadline,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await deadline.within(reader.read());
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
        reader.cancel().catch(() => {});
      }
      deadline.end();
    },
    async cancel(reason) {
      deadline.end();
      await reader.cancel(reason);
    },
  });
}
