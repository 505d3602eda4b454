/**
 * Finds the heads of a transcript's lines: a few labels that repeat. For most transcripts, the wasm needs
 * only these. src/transcript/heads.rs says when it needs the whole text.
 */

// Line breaks other than `\n`, and characters of HTML and of escaped line breaks.
const marks = ["\r", "\v", "\f", "\x85", "\u2028", "\u2029", "<", "\\"];

// The colons are those of `is_colon`, the brackets those of `closing_bracket`, both in src/transcript/.
const wideColons = Array.from("：﹕︓։៖꞉׃");
const lineWithoutColon = /[^\n:：﹕︓։៖꞉׃]*(?:\n|$)/y;
const nameAndColon = /\p{L}[^\n:：﹕︓։៖꞉׃[({（【［「〔《]*:(?=[ \n]|$)/uy;
/** A timestamp behind a label begins so, where the label does not come before words: `Nina: (0:04)`. */
const bracket = /[^\S\n]*[[({（【［「〔《]/y;

/** With more different heads, most are not labels. The number must fit into 16 bits. */
const mostHeads = 1000;

/** A longer line that ends like a sentence is not a name alone on its line. */
const longestName = 50;

interface Head {
  /** Its index among the heads. */
  readonly code: number;
  /** Includes the space or line break behind it. */
  readonly text: string;
  readonly units: readonly number[];
  /** Whether it ends behind a colon, and not with its line. */
  readonly isName: boolean;
}

/** The state before the last line. That line may continue when the text grows. */
interface Checkpoint {
  at: number;
  lines: number;
  others: number;
  bare: number;
  heads: number;
}

const nothing: Checkpoint = { at: 0, lines: 0, others: 0, bare: 0, heads: 0 };

/** @internal */
export class LineHeads {
  /** The different heads in the order of their appearance. */
  readonly heads: Head[] = [];
  /** How many lines have a head, where these start, and which head each has. */
  lines = 0;
  starts = new Int32Array(1024);
  order = new Uint16Array(1024);
  /** How many of these lines the last update did not change. */
  kept = 0;
  /** The most lines without a head that may not be empty. */
  others = 0;
  /** The most of these lines that may consist of a name only. */
  bare = 0;
  readonly #byText = new Map<string, Head>();
  #text = "";
  #hasMarks = false;
  /** Whether lines without a head may have a wide colon. */
  #mayBeWide = false;
  /** The lines without a head, collected so that one search finds wide colons. */
  #rest = "";
  /** The next colon in a line without a head, if there was a search for it. */
  #colon = -1;
  #last = nothing;

  /** Reads the whole current text. Returns whether the heads may be enough for the wasm. */
  update(text: string): boolean {
    const before = this.#text;
    const hasGrown = text.length >= before.length && text.slice(0, before.length) === before;
    const from = hasGrown ? before.length : 0;
    this.#text = text;
    this.#mayBeWide &&= hasGrown;
    this.#goBackTo(hasGrown ? this.#last : nothing);
    this.#hasMarks =
      (hasGrown && this.#hasMarks) || marks.some((mark) => text.includes(mark, from));
    if (this.#hasMarks || !this.#scan(text)) return false;
    if (this.#mayBeWide || !wideColons.some((colon) => this.#rest.includes(colon))) return true;
    this.#mayBeWide = true;
    this.#goBackTo(nothing);
    return this.#scan(text);
  }

  #goBackTo(last: Checkpoint): void {
    this.#last = last;
    this.kept = this.lines = last.lines;
    this.others = last.others;
    this.bare = last.bare;
    this.#rest = "";
    this.#colon = -1;
    for (const head of this.heads.splice(last.heads)) this.#byText.delete(head.text);
  }

  /** Returns whether lines like these can be read by their heads. */
  #scan(text: string): boolean {
    const { length } = text;
    // Speakers take turns: the heads of the last two lines come first.
    let last: Head | undefined = this.heads[1];
    let other: Head | undefined = this.heads[0];
    let { starts, order, lines } = this;
    for (let { at } = this.#last, end = 0; end < length; at = end + 1) {
      end = text.indexOf("\n", at);
      if (end < 0) {
        end = length;
        this.lines = lines;
        this.#remember(at);
      }
      let head: Head | undefined;
      if (other && startsAt(text, at, other.units)) {
        head = other;
        other = last;
        last = head;
      } else if (last && startsAt(text, at, last.units)) {
        head = last;
      } else if (at < end) {
        head = this.#findHead(text, at, end);
        if (head?.isName) {
          other = last;
          last = head;
        }
        if (this.heads.length > mostHeads) return false;
        if (lines === 0 && !(head?.isName && isBeforeWords(text, at + head.text.length)))
          return false;
      }
      if (!head) continue;
      if (lines === order.length) {
        this.#grow();
        ({ starts, order } = this);
      }
      starts[lines] = at;
      order[lines] = head.code;
      lines += 1;
    }
    this.lines = lines;
    return lines > 0;
  }

  /** Saves the state before the last line, which starts at `at`. */
  #remember(at: number): void {
    const { lines, others, bare, heads } = this;
    this.#last = { at, lines, others, bare, heads: heads.length };
  }

  #grow(): void {
    const { starts, order } = this;
    this.starts = new Int32Array(starts.length * 4);
    this.starts.set(starts);
    this.order = new Uint16Array(order.length * 4);
    this.order.set(order);
  }

  #hasColon(text: string, at: number, end: number): boolean {
    if (this.#mayBeWide) {
      lineWithoutColon.lastIndex = at;
      return !lineWithoutColon.test(text);
    }
    if (this.#colon < at) {
      const found = text.indexOf(":", at);
      this.#colon = found < 0 ? text.length : found;
    }
    if (this.#colon < end) return true;
    this.#rest += text.slice(at, end);
    return false;
  }

  /** The head of a line that is not empty, if it has a colon. */
  #findHead(text: string, at: number, end: number): Head | undefined {
    if (!this.#hasColon(text, at, end)) {
      this.others += 1;
      const isSentence = end - at > longestName && endsSentence(text.charCodeAt(end - 1));
      if (!isSentence) this.bare += 1;
      return undefined;
    }
    nameAndColon.lastIndex = at;
    const isName = nameAndColon.test(text);
    const colon = nameAndColon.lastIndex;
    const isOver = !isName || colon === text.length;
    const head = text.slice(at, isName ? colon + 1 : end) + (isOver ? "\n" : "");
    const known = this.#byText.get(head);
    if (known) return known;
    const units = Array.from(head, (_, index) => head.charCodeAt(index));
    const added = { code: this.heads.length, text: head, units, isName };
    this.heads.push(added);
    this.#byText.set(head, added);
    return added;
  }
}

/** Whether words may start at `at`, and not a timestamp in brackets. */
function isBeforeWords(text: string, at: number): boolean {
  bracket.lastIndex = at;
  return !bracket.test(text);
}

/** Whether it is one of `.`, `?`, `!` and `,`. */
function endsSentence(unit: number): boolean {
  return unit === 0x2e || unit === 0x3f || unit === 0x21 || unit === 0x2c;
}

/** The same as `text.startsWith`, which is slow where it is asked for thousands of lines. */
function startsAt(text: string, at: number, units: readonly number[]): boolean {
  for (let index = 0; index < units.length; index += 1) {
    if (text.charCodeAt(at + index) !== units[index]) return false;
  }
  return true;
}
