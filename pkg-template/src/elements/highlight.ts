import type { Match } from "./reading.js";
import type { TurnList } from "./turn-list.js";

/**
 * Shows matches in a list of turns by the CSS Custom Highlight API, which leaves the text alone.
 * Only what is near the screen is painted. Where there is no such API, the turns are marked.
 */
export class Matches {
  readonly #list: TurnList;
  readonly #near = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #matches: readonly Match[] = [];
  #current: readonly Match[] = [];
  #painted: [Highlight, StaticRange][] = [];
  #marked: Element[] = [];

  constructor(list: TurnList) {
    this.#list = list;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          this.#near[isIntersecting ? "add" : "delete"](target);
        this.#paint();
      },
      { rootMargin: "50%" },
    );
  }

  /** What is shown: all matches, and those of them that stand out. */
  show(matches: readonly Match[], current: readonly Match[]): void {
    this.#matches = matches;
    this.#current = current;
    if (matches.length)
      for (const chunk of this.#list.element.children) this.#observer.observe(chunk);
    this.#paint();
  }

  /** Takes everything away that is outside of the list itself. */
  disconnect(): void {
    this.#observer.disconnect();
    this.#near.clear();
    this.#clear();
  }

  #paint(): void {
    this.#clear();
    const near = new Set([...this.#near].map((chunk) => this.#list.numberOf(chunk)));
    for (const match of this.#matches)
      if (near.has(this.#list.chunkOf(match.turn))) this.#paintOne("ninjahire-match", match);
    for (const match of this.#current) this.#paintOne("ninjahire-match-current", match);
  }

  #paintOne(name: string, { turn, start, end }: Match): void {
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
    this.#painted.push([highlight, range]);
  }

  #clear(): void {
    for (const [highlight, range] of this.#painted.splice(0)) highlight.delete(range);
    for (const element of this.#marked.splice(0)) element.classList.remove("match");
  }
}

/** The document's highlight of this name, which all elements share. */
function registered(name: string): Highlight | undefined {
  if (!("highlights" in CSS)) return undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  highlight.priority = name.length;
  CSS.highlights.set(name, highlight);
  return highlight;
}
