import type { ReactiveControllerHost } from "lit";
import type { TranscriptOptions, Turn } from "../../index.js";
import { TranscriptReader, init } from "../shared/core.js";

/** Splits a text that may grow into turns. Starts the wasm if necessary. */
export class TextReader {
  error: unknown;
  isStarting = false;
  readonly #host: ReactiveControllerHost;
  readonly #started: () => void;
  #reader: TranscriptReader | undefined;

  /** `started` is called when the wasm has started, so that the text can be parsed. */
  constructor(host: ReactiveControllerHost, started: () => void) {
    this.#host = host;
    this.#started = started;
  }

  /** Forgets the text, because the next one is another or is parsed with other options. */
  forget(): void {
    this.#reader = undefined;
    this.error = undefined;
    this.isStarting = false;
  }

  /**
   * Parses a text. Returns its turns, of which those before `from` are unchanged, or `undefined` if
   * the text cannot be parsed now.
   */
  parse(
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
