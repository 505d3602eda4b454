import type { Match } from "./reading.js";
import type { TurnList } from "./turn-list.js";

/**
 * Shows matches in a list of turns by the CSS Custom Highlight API, which leaves the text alone.
 * Only what is near the screen is painted. Where there is no such API, the turns are marked.
 */
export class Matches {
  readonly #list: TurnList;
  readonly #near = new Set<Element>();
  #matches: readonly Match[] = [];
  #current: readonly Match[] = [];
  #painted: [name: string, range: StaticRange][] = [];
  #marked: Element[] = [];
  #observer: IntersectionObserver | undefined;

  constructor(list: TurnList) {
    this.#list = list;
  }

  /** What is shown: all matches, and those of them that stand out. */
  show(matches: readonly Match[], current: readonly Match[] = []): void {
    this.#matches = matches;
    this.#current = current;
    if (matches.length) this.#observe();
    this.paint();
  }

  /** Takes everything away that is outside of the list itself. */
  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#near.clear();
    this.#clear();
  }

  #observe(): void {
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        }
        this.paint();
      },
      { rootMargin: "50%" },
    );
    for (const chunk of this.#list.element.children) this.#observer.observe(chunk);
  }

  paint(): void {
    this.#clear();
    for (const chunk of this.#near) {
      const start = this.#list.chunkStart(chunk);
      if (start < 0) continue;
      for (let at = this.#first(start); at < this.#matches.length; at++) {
        const match = this.#matches[at]!;
        if (match.turn >= start + this.#list.chunkSize) break;
        this.#paint("ninjahire-match", match);
      }
    }
    for (const match of this.#current) this.#paint("ninjahire-match-current", match);
  }

  /** The first match from a turn on. */
  #first(turn: number): number {
    let low = 0;
    let high = this.#matches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#matches[middle]!.turn < turn) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #paint(name: string, { turn, start, end }: Match): void {
    const row = this.#list.rows[turn];
    if (!row) return;
    const highlight = registered(name);
    if (!highlight) {
      row.element.classList.add("match");
      this.#marked.push(row.element);
      return;
    }
    const { text } = row;
    const range = new StaticRange({
      startContainer: text,
      startOffset: Math.min(start, text.length),
      endContainer: text,
      endOffset: Math.min(end, text.length),
    });
    highlight.add(range);
    this.#painted.push([name, range]);
  }

  #clear(): void {
    for (const [name, range] of this.#painted.splice(0)) registered(name)?.delete(range);
    for (const element of this.#marked.splice(0)) element.classList.remove("match");
  }
}

/** The document's highlight of this name, which all elements share. */
function registered(name: string): Highlight | undefined {
  if (!("highlights" in CSS)) return undefined;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = name.length;
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}
