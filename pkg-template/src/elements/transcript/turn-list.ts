import type { Turn } from "../../index.js";
import { endOfSlice, giveWay } from "../../slices.js";
import { make } from "../shared/dom.js";
import { type Row, type TurnStyle, isSameRow, makeRow, styleRow } from "./turn-row.js";

/** How many turns are laid out together. What is far away is not laid out at all. */
export const chunkSize = 50;

/** How many rows are made at once, before anything was painted: more than a screen shows. */
const firstRows = 2 * chunkSize;

/**
 * Turns as a list in the page, written by hand: what is new is added at the end, whatever the
 * length of the rest, and what is there is left alone, selections included. Long work is done in
 * slices, so that the page stays alive.
 */
export class TurnList {
  readonly element = make("div", "turns", "list");
  readonly rows: Row[] = [];
  turns: readonly Turn[] = [];
  readonly #added: () => void;
  #style: TurnStyle | undefined;
  /** How many rows, from the start, are in the current style. */
  #styled = 0;
  #current: HTMLElement | undefined;
  /** More work comes in a task of its own. */
  #isScheduled = false;

  /** `added` is called when later slices have brought more turns. */
  constructor(added: () => void) {
    this.#added = added;
  }

  /** Shows everything in this style. */
  restyle(style: TurnStyle): void {
    this.#style = style;
    this.#styled = 0;
    this.#work();
  }

  /**
   * Shows these turns, of which those before `from` are known to be the same. A row whose words alone
   * are others stays, and so do the reader's place and selection.
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

  /** Goes on with what was put off, because the list was in no page. */
  resume(): void {
    this.#schedule();
  }

  /** Marks one turn as the current one. */
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

  /** Where an event came from: which turn. */
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

  /** Does what is to be done: a little now, unless more is coming anyway, and the rest soon. */
  #work(): void {
    this.element.classList.toggle("long", this.turns.length > 2 * chunkSize);
    if (!this.#isScheduled) this.#doSlice(firstRows);
    this.#schedule();
  }

  /** Goes on with what is left in another task, if the list is in a page. */
  #schedule(): void {
    if (this.#isScheduled || !this.#hasWork || !this.element.isConnected) return;
    this.#isScheduled = true;
    void giveWay().then(() => {
      this.#isScheduled = false;
      this.#doSlice();
      this.#schedule();
    });
  }

  /** Styles and adds rows for the length of a slice, at most so many. */
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

  /** Styles the next rows, at most a chunk of them. */
  #styleRows(): void {
    const to = Math.min(this.rows.length, this.#styled + chunkSize);
    for (; this.#styled < to; this.#styled++)
      styleRow(this.rows[this.#styled]!, this.turns[this.#styled]!, this.#style!);
  }

  /** Adds the rows that a chunk lacks, or the next chunk. */
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
    // Still in no page, where styling it costs least.
    if (isStyled && this.#style) this.#styleRows();
    if (isNew) this.element.append(chunk);
    this.#reserve(chunk as HTMLElement, this.turns.slice(at * chunkSize, to));
  }

  /** Guesses the height of a chunk, until it was laid out once. */
  #reserve(chunk: HTMLElement, turns: readonly Turn[]): void {
    let height = 0;
    for (const { text } of turns) height += 3 + Math.ceil(text.length / 70) * 1.5;
    chunk.style.setProperty("--chunk-height", `${height}em`);
  }
}
