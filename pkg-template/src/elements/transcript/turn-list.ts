import type { Turn } from "../../index.js";
import { endOfSlice, giveWay } from "../../slices.js";
import { make } from "../shared/dom.js";
import { type Row, type TurnStyle, isSameRow, makeRow, styleRow } from "./turn-row.js";

/** How many turns are laid out together. Chunks far from the screen are not laid out. */
export const chunkSize = 50;

/** How many rows are made before the first paint: more than a screen shows. */
const firstRows = 2 * chunkSize;

/**
 * A list of turns in the page, without a framework. New turns are added at the end, at a cost that
 * does not depend on the others. Existing rows stay, and so do selections in them. Long work is
 * done in slices, so that the page stays responsive.
 */
export class TurnList {
  readonly element = make("div", "turns", "list");
  readonly rows: Row[] = [];
  turns: readonly Turn[] = [];
  readonly #added: () => void;
  #style: TurnStyle | undefined;
  /** How many rows, from the start, have the current style. */
  #styled = 0;
  #current: HTMLElement | undefined;
  /** Whether another slice is scheduled. */
  #isScheduled = false;

  /** `added` is called after a later slice has added turns. */
  constructor(added: () => void) {
    this.#added = added;
  }

  /** Applies a style to all rows. */
  restyle(style: TurnStyle): void {
    this.#style = style;
    this.#styled = 0;
    this.#work();
  }

  /**
   * Shows these turns. The caller knows that those before `from` are unchanged. A row stays if only
   * its words differ, and so do the reader's position and selection.
   */
  show(turns: readonly Turn[], from = 0): void {
    const old = this.turns;
    this.turns = turns;
    let at = from;
    for (; at < old.length && at < turns.length; at++) {
      const [before, after] = [old[at]!, turns[at]!];
      if (before === after) continue;
      if (!isSameRow(before, after)) break;
      const words = this.rows[at]?.text;
      if (!words || before.text === after.text) continue;
      if (after.text.startsWith(before.text))
        words.appendData(after.text.slice(before.text.length));
      else words.data = after.text;
    }
    this.#cut(at);
    this.#work();
  }

  /** Continues work that stopped because the list was not in a page. */
  resume(): void {
    this.#schedule();
  }

  /** Marks one turn as current and returns its element. */
  mark(index: number | undefined): HTMLElement | undefined {
    const last = index ?? -1;
    while (last >= this.rows.length && last < this.turns.length) this.#addRows();
    const element = this.rows[last]?.element;
    if (element !== this.#current) {
      this.#current?.removeAttribute("aria-current");
      element?.setAttribute("aria-current", "true");
      this.#current = element;
    }
    return element;
  }

  /** The index of the turn that an event came from, or -1. */
  indexOf(target: EventTarget | null): number {
    const row = (target as Element | null)?.closest(".turn");
    return row ? this.rows.findIndex(({ element }) => element === row) : -1;
  }

  #cut(length: number): void {
    this.#styled = Math.min(this.#styled, length);
    while (this.rows.length > length) {
      const { element } = this.rows.pop()!;
      if (element === this.#current) this.#current = undefined;
      const chunk = element.parentElement!;
      element.remove();
      if (!chunk.hasChildNodes()) chunk.remove();
    }
  }

  get #hasWork(): boolean {
    return !!this.#style && this.#styled < this.turns.length;
  }

  /** Does some of the work now, unless a slice is scheduled already, and schedules the rest. */
  #work(): void {
    this.element.classList.toggle("long", this.turns.length > 2 * chunkSize);
    if (!this.#isScheduled) this.#doSlice(firstRows);
    this.#schedule();
  }

  /** Schedules the rest of the work in another task, if the list is in a page. */
  #schedule(): void {
    if (this.#isScheduled || !this.#hasWork || !this.element.isConnected) return;
    this.#isScheduled = true;
    void giveWay().then(() => {
      this.#isScheduled = false;
      this.#doSlice();
      this.#schedule();
    });
  }

  /** Styles and adds up to `mostRows` rows, until the time of a slice is over. */
  #doSlice(mostRows = Infinity): void {
    const end = endOfSlice();
    const { length } = this.rows;
    const last = this.#styled + mostRows;
    while (this.#hasWork && this.#styled < last && performance.now() < end) {
      if (this.#styled < this.rows.length) this.#styleRows();
      else this.#addRows();
    }
    if (length && length < this.rows.length) this.#added();
  }

  /** Styles the next rows, one chunk at most. */
  #styleRows(): void {
    const to = Math.min(this.rows.length, this.#styled + chunkSize);
    for (; this.#styled < to; this.#styled++)
      styleRow(this.rows[this.#styled]!, this.turns[this.#styled]!, this.#style!);
  }

  /** Adds the missing rows of a chunk, or the next chunk. */
  #addRows(): void {
    const { length } = this.rows;
    const isStyled = this.#styled === length;
    const at = Math.floor(length / chunkSize);
    const isNew = length % chunkSize === 0;
    const chunk = isNew ? make("div", "chunk", "presentation") : this.element.children[at]!;
    const to = Math.min(this.turns.length, (at + 1) * chunkSize);
    for (let index = length; index < to; index++) {
      const row = makeRow(this.turns[index]!, this.turns[index - 1]);
      this.rows.push(row);
      chunk.append(row.element);
    }
    // Style the rows before they are in the page, where it costs least.
    if (isStyled && this.#style) this.#styleRows();
    if (isNew) this.element.append(chunk);
    this.#reserve(chunk as HTMLElement, this.turns.slice(at * chunkSize, to));
  }

  /** Estimates the height of a chunk until it is laid out for the first time. */
  #reserve(chunk: HTMLElement, turns: readonly Turn[]): void {
    let height = 0;
    for (const { text } of turns) height += 3 + Math.ceil(text.length / 70) * 1.5;
    chunk.style.setProperty("--chunk-height", `${height}em`);
  }
}
