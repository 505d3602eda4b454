import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { TranscriptOptions, Turn } from "../../index.js";
import { NinjahireElement, type State } from "../shared/base.js";
import { make } from "../shared/dom.js";
import { HotkeyController } from "../shared/hotkeys.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";
import type { Match } from "../shared/reading.js";
import { speakerOf } from "../shared/speaker.js";
import { tokens } from "../shared/tokens.js";
import { AnnouncementController } from "./announcer.js";
import { conversationText, excerptText } from "./copying.js";
import { EndFollower } from "./follow-scroll.js";
import { PlayerController } from "./player.js";
import { isInWindow, scrollInto } from "./scroll.js";
import { SearchController } from "./search.js";
import { selectedTurns } from "./selection.js";
import { transcriptStyles } from "./styles.js";
import { TextReader } from "./text-reader.js";
import { toolbar } from "./toolbar.js";
import { TurnList } from "./turn-list.js";
import type { TurnStyle } from "./turn-row.js";

/** Where to go in a transcript. */
export interface JumpOptions {
  /** Moves the focus to the turn as well. Default: yes. */
  focus?: boolean | undefined;
  /** What to make stand out, by turn, in UTF-16 units of its text. */
  ranges?: readonly Match[] | undefined;
}

/**
 * A conversation: who said what, with search.
 *
 * @tag ninjahire-transcript
 * @attr {"empty" | "loading" | "error" | "done"} state - What it shows now (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the copy button.
 * @slot empty - Instead of the words that there is no transcript.
 * @slot error - Instead of what went wrong.
 *
 * @csspart base - Everything.
 * @csspart toolbar - Search and buttons.
 * @csspart search - The search form.
 * @csspart search-input - Where one types.
 * @csspart search-count - How many matches there are.
 * @csspart button - Every button in the toolbar.
 * @csspart scroller - The box that scrolls.
 * @csspart turns - The list.
 * @csspart turn - One turn; also `turn-bot`, `turn-human`, `turn-other`, `turn-unknown`, and `turn-again` where the same speaker goes on.
 * @csspart speaker - Who speaks.
 * @csspart time - When.
 * @csspart anchor - The link to the turn.
 * @csspart text - What was said.
 * @csspart latest - The button that goes to the end.
 * @csspart empty - That there is nothing.
 * @csspart skeleton - The shape of what is coming.
 * @csspart error - What went wrong.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--ninjahire-match=Mark] - Behind words that were found; `--ninjahire-match-text` is on it.
 * @cssprop [--ninjahire-match-current=light-dark(#2456c7, #9dbcff)] - Behind those that the reader is at; `--ninjahire-match-current-text` is on it.
 * @cssprop [--ninjahire-transcript-height=min(36em, 80vh)] - How high it grows before it scrolls; `none` for never.
 *
 * @fires {TurnEvent} ninjahire-turn - The reader, or the player, has come to a turn.
 * @fires {SeekEvent} ninjahire-seek - A turn's timestamp was pressed. Cancelable.
 */
export class NinjahireTranscript extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, transcriptStyles];

  /** The transcript's text. */
  @property() transcript: string | null | undefined = null;
  /** Turns, in place of a text. */
  @property({ attribute: false }) turns: readonly Turn[] | null | undefined = null;
  /** How a text is split: labels of your own. */
  @property({ attribute: false }) options: TranscriptOptions | undefined;
  /** It is still growing: it is followed, and new turns are announced. */
  @property({ type: Boolean, reflect: true }) live: boolean = false;
  /** New turns are not announced. */
  @property({ type: Boolean }) quiet: boolean = false;
  /** Shows that the transcript is on its way. */
  @property({ type: Boolean }) loading: boolean = false;
  /** What a screen reader calls it. */
  @property() label: string | null | undefined = null;
  /** Gives each turn a link to itself, `#` and this and its number, and goes to that of the address. */
  @property({ attribute: "anchor-prefix" }) anchorPrefix: string | null | undefined = null;
  /** The player to seek, or its id. */
  @property() player: HTMLMediaElement | string | null | undefined = null;
  /** What a copied selection says it is from. */
  @property() credit: string | null | undefined = null;
  /** Single keys do nothing. */
  @property({ type: Boolean }) nohotkeys: boolean = false;
  /** @internal */
  @state() copied: "" | "copied" | "copyFailed" = "";

  #turns: readonly Turn[] = [];
  /** What the style of the rows is made of: they are styled anew when that has changed. */
  #styleKey = "";
  #isAnnounced = false;
  readonly #reader = new TextReader(this, () => this.requestUpdate("transcript"));
  // What Lit does not draw.
  readonly #list = new TurnList(() => this.#search.found && this.#search.show());
  readonly #scroller = make("div", "scroller");
  readonly #announcer = new AnnouncementController(this, (turn) => speakerOf(turn, this.t));
  readonly #search = new SearchController(this, this.#list);
  readonly #end = new EndFollower(this, this.#scroller, this.#list.element);
  readonly #playing = new PlayerController(this, {
    player: () => this.#player(),
    turns: () => this.#turns,
    reached: (index) => this.#mark(index),
  });

  constructor() {
    super();
    this.#scroller.tabIndex = 0;
    this.#scroller.append(this.#list.element);
    // New turns are read by the announcer instead, each once, however often it grows.
    this.#scroller.setAttribute("aria-live", "off");
    this.#list.element.addEventListener("click", this.#clicked);
    this.#scroller.addEventListener("copy", this.#copying);
    new HotkeyController(this, () => (this.nohotkeys ? undefined : this.#hotkeys));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#list.resume();
    addEventListener("hashchange", this.#toHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#toHash);
  }

  /**
   * Replaces the turns from an index on: what a live call's update brings. Costs as much as what is
   * new, however long the rest is.
   */
  updateTurns(from: number, turns: readonly Turn[]): void {
    this.#take(this.#turns.slice(0, from).concat(turns), Math.min(from, this.#turns.length));
  }

  /** Goes to a turn, by its index. Scrolls the transcript's own box; the page only where the turn would not be seen. */
  jumpTo(index: number, { focus = true, ranges = [] }: JumpOptions = {}): void {
    const row = this.#mark(index);
    if (!row) return;
    this.#end.isFollowing = false;
    if (focus) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    }
    const show = () => {
      scrollInto(this.#scroller, row);
      if (focus && !isInWindow(row)) row.scrollIntoView({ block: "nearest" });
    };
    show();
    // What is laid out on the way may move it.
    requestAnimationFrame(show);
    if (ranges.length) this.#search.show(ranges);
  }

  /** Goes to the next turn, or by so many. */
  nextTurn(by = 1): void {
    const at = (this.#at ?? (by > 0 ? -1 : this.#turns.length)) + by;
    if (this.#turns[at]) this.jumpTo(at);
  }

  /** Moves the focus to the search. */
  focusSearch(): void {
    this.focusOn("input");
  }

  #at: number | undefined;

  #mark(index: number | undefined): HTMLElement | undefined {
    const turn = this.#turns[index ?? -1];
    if (turn && index !== this.#at) this.emit("ninjahire-turn", { turn });
    this.#at = turn && index;
    return this.#list.mark(index);
  }

  #hotkeys = {
    "/": () => this.focusSearch(),
    n: () => this.nextMatch(),
    N: () => this.nextMatch(-1),
    j: () => this.nextTurn(),
    k: () => this.nextTurn(-1),
  };

  #copying = (event: ClipboardEvent) => {
    const { locale, credit, t } = this;
    const selected = selectedTurns(this.shadowRoot!, this.#list);
    if (!selected.length || !event.clipboardData) return;
    const text = excerptText({ turns: this.#turns, selected, credit, locale, t });
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  };

  /** Finds words; an empty query ends the search. */
  async search(query: string): Promise<void> {
    this.#search.query = query;
    await this.#search.run(this.#turns);
    if (query === this.#search.query) this.#reveal();
  }

  /** Goes to the next match, or by so many. */
  nextMatch(by = 1): void {
    const { at, found } = this.#search;
    if (!found?.length) return;
    this.#search.go((at + by + found.length) % found.length);
    this.#reveal();
  }

  #reveal(): void {
    const { match, hasFailed } = this.#search;
    if (match && !hasFailed) this.jumpTo(match.turn, { focus: false });
  }

  /** Copies the whole conversation, or selects it where copying is not allowed. */
  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(conversationText(this.#turns, this.t));
      this.copied = "copied";
    } catch {
      this.copied = "copyFailed";
      getSelection()?.selectAllChildren(this.#list.element);
    }
    this.announce(this.t(this.copied));
    setTimeout(() => (this.copied = ""), 4000);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    const style = this.#turnStyle();
    const { names, locale, anchorPrefix, canSeek, t } = style;
    const key = JSON.stringify([names, locale, anchorPrefix, canSeek, t("playFrom"), t("turn")]);
    if (key !== this.#styleKey) this.#list.restyle(style);
    this.#styleKey = key;
    if (changed.has("transcript") || changed.has("turns") || changed.has("options"))
      this.#read(changed.has("options"));
  }

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#list.resume();
    if (!changed.has("live")) return;
    this.#end.isOn = this.live;
    this.#end.grown();
    if (!this.live) this.#announcer.skip(this.#turns);
  }

  /** @internal */
  protected override get state(): State {
    if (this.#turns.length) return "done";
    if (this.loading || this.#reader.isStarting) return "loading";
    return this.#reader.error ? "error" : "empty";
  }

  #turnStyle(): TurnStyle {
    const { t, locale, anchorPrefix, player } = this;
    const [bot, human, unknown, emptyTurn] = [t("bot"), t("human"), t("unknown"), t("emptyTurn")];
    return {
      names: { bot, human, unknown, emptyTurn },
      t,
      locale,
      anchorPrefix,
      canSeek: !!player,
    };
  }

  #read(isOther: boolean): void {
    const { turns, transcript: text, options } = this;
    if (isOther || turns || !text) this.#reader.forget();
    if (turns || !text) return this.#take(turns ?? []);
    const read = this.#reader.read(text, options);
    if (read) this.#take(read.turns, read.from);
  }

  #take(turns: readonly Turn[], from = 0): void {
    if (!this.#turns.length !== !turns.length) {
      this.requestUpdate();
      void this.updateComplete.then(this.#toHash);
    }
    this.#turns = turns;
    this.#list.show(turns, from);
    this.#end.grown();
    if (!this.live || this.quiet || !this.#isAnnounced) this.#announcer.skip(turns);
    else this.#announcer.announce(turns);
    this.#isAnnounced = true;
    // Without moving the reader.
    if (this.#search.query) void this.#search.run(turns, this.#search.at);
  }

  #player(): HTMLMediaElement | null {
    const { player } = this;
    if (typeof player !== "string") return player ?? null;
    return (this.getRootNode() as Document).getElementById(player) as HTMLMediaElement | null;
  }

  #clicked = (event: Event) => {
    const target = event.target as Element;
    if (!target.closest("button.time")) return;
    const index = this.#list.indexOf(target);
    const turn = this.#turns[index]!;
    const time = turn.startTime!;
    if (!this.emit("ninjahire-seek", { time, turn }, true)) return;
    this.#mark(index);
    this.#playing.playFrom(turn);
  };

  #toHash = () => {
    const prefix = `#${this.anchorPrefix}`;
    const { hash } = location;
    // `NaN` is no turn.
    if (this.anchorPrefix && hash.startsWith(prefix)) this.jumpTo(+hash.slice(prefix.length) - 1);
  };

  #toEnd = () => {
    this.#end.isFollowing = true;
    this.#end.grown();
    this.requestUpdate();
  };

  /** @internal */
  protected override render(): unknown {
    const { live } = this;
    this.#scroller.setAttribute("role", live ? "log" : "group");
    this.#scroller.setAttribute("aria-label", this.label ?? this.t("transcript"));
    return html`<div part="base" class="base">
      <slot name="header"></slot>
      ${this.contents(
        () => [this.#toolbar(), this.#scroller],
        this.#reader.error,
        () => this.requestUpdate("transcript"),
        live ? "transcriptWaiting" : "transcriptEmpty",
      )}
      ${
        this.#turns.length && live && !this.#end.isFollowing
          ? button([icon("down"), this.t("latest")], this.#toEnd, "latest", "latest")
          : nothing
      }
      ${this.#announcer.element}${this.status}
    </div>`;
  }

  #toolbar(): unknown {
    return toolbar({
      search: this.#search,
      copied: this.copied,
      find: (query) => this.search(query),
      step: (by) => this.nextMatch(by),
      copy: () => this.copy(),
      t: this.t,
    });
  }
}
