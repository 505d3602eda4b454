import type { Turn } from "../../index.js";
import { make } from "../shared/dom.js";
import type { Translate } from "../i18n/strings.js";

/** How turns are shown. */
export interface TurnStyle {
  speaker(turn: Turn): string;
  clock(seconds: number): string;
  text: Translate;
  anchorPrefix(): string | null;
  canSeek(): boolean;
}

interface Row {
  element: HTMLElement;
  text: Text;
}

/** How many turns are laid out together. What is far away is not laid out at all. */
const chunkSize = 50;

/** How many turns are made at once: at first, so that they are seen at once, and then. */
const firstSlice = 600;
const slice = 1_000;

/**
 * Turns as a list in the page, written by hand: what is new is added at the end, whatever the
 * length of the rest, and what is there is left alone, selections included.
 */
export class TurnList {
  readonly element = make("div", "turns", "list");
  readonly rows: Row[] = [];
  turns: readonly Turn[] = [];
  readonly #style: TurnStyle;
  readonly #added: () => void;
  readonly #row = make("div", "turn", "listitem");
  #current: HTMLElement | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #isPaused = false;

  /** `added` is told when more turns are there. */
  constructor(style: TurnStyle, added: () => void) {
    this.#style = style;
    this.#added = added;
    const who = make("div", "who");
    const text = make("p", "text");
    text.dir = "auto";
    text.append("");
    const name = make("bdi", "speaker");
    name.append("");
    who.append(name);
    this.#row.append(who, text);
  }

  /** Shows everything anew, in another style: as many rows as there were. */
  restyle(): void {
    const { turns } = this;
    const { length } = this.rows;
    this.show([]);
    this.show(turns);
    while (this.rows.length < length) this.#add();
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
    this.#add();
  }

  /** Goes on with adding rows where that was put off, because the list was in no page. */
  resumeIfPaused(): void {
    if (this.#isPaused && this.element.isConnected) this.#add();
  }

  #addLater = () => {
    this.#isPaused = !this.element.isConnected;
    if (!this.#isPaused) this.#add();
  };

  /** Marks one turn as the current one. */
  mark(index: number | undefined): HTMLElement | undefined {
    const last = index ?? -1;
    while (last >= this.rows.length && last < this.turns.length) this.#add();
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
    while (this.rows.length > length) {
      const { element } = this.rows.pop()!;
      if (element === this.#current) this.#current = undefined;
      const chunk = element.parentElement!;
      element.remove();
      if (!chunk.hasChildNodes()) chunk.remove();
    }
  }

  /** Adds what is missing; of very much, a part now and the rest soon, so that the page stays alive. */
  #add(): void {
    clearTimeout(this.#later);
    this.#isPaused = false;
    const from = this.rows.length;
    const to = Math.min(this.turns.length, from + (from ? slice : firstSlice));
    const fresh = document.createDocumentFragment();
    let chunk = this.element.lastElementChild;
    for (let index = from; index < to; index++) {
      if (index % chunkSize === 0) fresh.append((chunk = make("div", "chunk", "presentation")));
      chunk!.append(this.#render(this.turns[index]!, this.turns[index - 1]));
    }
    this.element.append(fresh);
    for (let at = Math.floor(from / chunkSize); at * chunkSize < to; at++) this.#reserve(at);
    this.element.classList.toggle("long", this.turns.length > 2 * chunkSize);
    if (to < this.turns.length) this.#later = setTimeout(this.#addLater, 30);
    if (from) this.#added();
  }

  /** Guesses the height of a chunk, until it was laid out once. */
  #reserve(at: number): void {
    const chunk = this.element.children[at] as HTMLElement;
    let height = 0;
    for (const { text } of this.turns.slice(at * chunkSize, (at + 1) * chunkSize))
      height += 3 + Math.ceil(text.length / 70) * 1.5;
    chunk.style.setProperty("--chunk-height", `${height}em`);
  }

  #render(turn: Turn, previous: Turn | undefined): HTMLElement {
    const style = this.#style;
    const row = this.#row.cloneNode(true) as HTMLElement;
    const [who, paragraph] = row.children as unknown as [HTMLElement, HTMLElement];
    row.className = `turn ${turn.role}`;
    row.setAttribute("part", `turn turn-${turn.role}`);
    if (previous && previous.role === turn.role && previous.label === turn.label) {
      row.classList.add("again");
      row.part.add("turn-again");
    }
    (who.firstChild!.firstChild as Text).data = style.speaker(turn);
    if (turn.startTime !== null) {
      const clock = style.clock(turn.startTime);
      const canSeek = style.canSeek();
      const time = make(canSeek ? "button" : "span", "time");
      if (canSeek) time.ariaLabel = style.text("playFrom", { time: clock });
      time.textContent = clock;
      who.append(time);
    }
    const prefix = style.anchorPrefix();
    if (prefix) {
      const n = turn.index + 1;
      const anchor = make("a", "anchor") as HTMLAnchorElement;
      anchor.href = `#${prefix}${n}`;
      anchor.textContent = `#${n}`;
      anchor.ariaLabel = style.text("turn", { n });
      who.append(anchor);
    }
    const text = paragraph.firstChild as Text;
    text.data = turn.text || style.text("emptyTurn");
    if (!turn.text) paragraph.classList.add("muted");
    this.rows.push({ element: row, text });
    return row;
  }
}

/** Whether a row is the same but for its words. */
function isSameRow(a: Turn, b: Turn): boolean {
  return (
    a.role === b.role && a.label === b.label && a.startTime === b.startTime && !a.text === !b.text
  );
}
