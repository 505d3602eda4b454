import type { Deadline } from "./deadline.js";
import type { ChunkRedactor } from "./redact.js";

/** A body handed on as it comes, until it ends, is cut off, is no longer wanted, or is late. */
export function streamed(
  body: ReadableStream<Uint8Array>,
  redactor: ChunkRedactor,
  deadline: Deadline,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        for (;;) {
          const { done, value } = await deadline.within(reader.read());
          const clean = done ? redactor.end() : redactor.push(value);
          if (clean.length) controller.enqueue(clean);
          if (done) controller.close();
          else if (clean.length) return;
          else continue;
          break;
        }
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
