import type { Deadline } from "./deadline.js";
import type { ChunkRedactor } from "./redact.js";

/** A body that is forwarded as it arrives, without the key. It ends at the deadline at the latest. */
export function forwardStream(
  body: ReadableStream<Uint8Array>,
  redactor: ChunkRedactor,
  deadline: Deadline,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        // The redactor keeps bytes in which the key may start, so a chunk may give no output.
        for (let isEmpty = true; isEmpty;) {
          const { done, value } = await deadline.within(reader.read());
          const clean = done ? redactor.end() : redactor.push(value);
          isEmpty = clean.length === 0;
          if (!isEmpty) controller.enqueue(clean);
          if (!done) continue;
          controller.close();
          return deadline.end();
        }
      } catch (error) {
        controller.error(error);
        reader.cancel().catch(() => {});
        deadline.end();
      }
    },
    async cancel(reason) {
      deadline.end();
      await reader.cancel(reason);
    },
  });
}
