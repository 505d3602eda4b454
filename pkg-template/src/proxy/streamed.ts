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
        // What may be the beginning of the key is kept back: a chunk may give nothing yet.
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
