import type { Match } from "../shared/reading.js";
import { type TurnList, chunkSize } from "./turn-list.js";

/**
 * Shows matches in a list of turns with the CSS Custom Highlight API, which does not change the
 * text. It paints only matches near the screen. In browsers without the API, it marks whole turns.
 */
export class Matches {
  readonly #list: TurnList;
  readonly #near = new Set<Element>();
  /** Simulated pages lack it. There, all turns count as near. */
  readonly #observer: IntersectionObserver | undefined;
  /** All matches, by the index of their chunk in the list. */
  #matches = new Map<number, Match[]>();
  #current: readonly Match[] = [];
  /** Functions that remove what was painted. */
  #painted: (() => void)[] = [];

  constructor(list: TurnList) {
    this.#list = list;
    if (!globalThis.IntersectionObserver) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          this.#near[isIntersecting ? "add" : "delete"](target);
        this.#paint();
      },
      { rootMargin: "50%" },
    );
  }

  /** Shows these matches. Those in `current` stand out. */
  show(matches: readonly Match[], current: readonly Match[]): void {
    this.#matches = byChunk(matches);
    this.#current = current;
    if (matches.length)
      for (const chunk of this.#list.element.children) this.#observer?.observe(chunk);
    this.#paint();
  }

  /** Removes everything that is registered outside of the list. */
  disconnect(): void {
    this.#observer?.disconnect();
    this.#near.clear();
    this.#clear();
  }

  #paint(): void {
    this.#clear();
    const chunks = this.#list.element.children;
    for (const [at, matches] of this.#matches)
      if (!this.#observer || this.#near.has(chunks[at]!))
        this.#paintAll("ninjahire-match", matches);
    this.#paintAll("ninjahire-match-current", this.#current);
  }

  #paintAll(name: string, matches: readonly Match[]): void {
    const highlight = registered(name);
    for (const { turn, start, end } of matches) {
      const { element, text } = this.#list.rows[turn] ?? {};
      if (!element || !text) continue;
      if (highlight) {
        // The browser does not paint a range that is not within the text any more.
        const range = new StaticRange({
          startContainer: text,
          startOffset: start,
          endContainer: text,
          endOffset: end,
        });
        highlight.add(range);
        this.#painted.push(() => highlight.delete(range));
      } else {
        element.classList.add("match");
        this.#painted.push(() => element.classList.remove("match"));
      }
    }
  }

  #clear(): void {
    for (const clear of this.#painted.splice(0)) clear();
  }
}

function byChunk(matches: readonly Match[]): Map<number, Match[]> {
  const chunks = new Map<number, Match[]>();
  for (const match of matches) {
    const at = Math.floor(match.turn / chunkSize);
    const chunk = chunks.get(at);
    if (chunk) chunk.push(match);
    else chunks.set(at, [match]);
  }
  return chunks;
}

/** The document's highlight with this name. All elements share it. */
function registered(name: string): Highlight | undefined {
  if (!globalThis.CSS?.highlights) return undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  highlight.priority = name.length;
  CSS.highlights.set(name, highlight);
  return highlight;
}
