import type { ReactiveControllerHost } from "lit";
import type { TranscriptOptions, Turn } from "../../index.js";
import { TranscriptReader, init } from "../shared/core.js";

/** Splits a text that may grow into turns; starts the wasm for it where that has not been done. */
export class TextReader {
  error: unknown;
  isStarting = false;
  readonly #host: ReactiveControllerHost;
  readonly #started: () => void;
  #reader: TranscriptReader | undefined;

  /** `started` is called when the text can be read that could not be read before. */
  constructor(host: ReactiveControllerHost, started: () => void) {
    this.#host = host;
    this.#started = started;
  }

  /** Forgets the text: the next one is another, or is read in another way. */
  forget(): void {
    this.#reader = undefined;
    this.error = undefined;
    this.isStarting = false;
  }

  /**
   * The turns of a text, of which those before `from` are as they were. Nothing where it cannot be
   * read, or not yet.
   */
  read(
    text: string,
    options: TranscriptOptions | undefined,
  ): { turns: readonly Turn[]; from: number } | undefined {
    try {
      this.#reader ??= new TranscriptReader(options);
      const from = this.#reader.update(text);
      this.error = undefined;
      this.isStarting = false;
      return { turns: this.#reader.turns, from };
    } catch (error) {
      this.forget();
      if ((error as { code?: string }).code === "not_started") void this.#start();
      else this.error = error;
      return undefined;
    }
  }

  async #start(): Promise<void> {
    this.isStarting = true;
    try {
      await init();
      this.#started();
    } catch (error) {
      this.isStarting = false;
      this.error = error;
      this.#host.requestUpdate();
    }
  }
}
