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

/** Options of {@link NinjahireTranscript.jumpTo}. */
export interface JumpOptions {
  /** Whether to move the focus to the turn. Default: true. */
  focus?: boolean | undefined;
  /** Ranges to highlight, by turn, in UTF-16 code units of the turn's text. */
  ranges?: readonly Match[] | undefined;
}

/**
 * A conversation: who said what, with search.
 *
 * @tag ninjahire-transcript
 * @attr {"empty" | "loading" | "error" | "done"} state - The current state (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the copy button.
 * @slot empty - Replaces the message that there is no transcript.
 * @slot error - Replaces the error message.
 *
 * @csspart base - The whole element.
 * @csspart toolbar - Search and buttons.
 * @csspart search - The search form.
 * @csspart search-input - The search field.
 * @csspart search-count - The number of matches.
 * @csspart button - Every button in the toolbar.
 * @csspart scroller - The box that scrolls.
 * @csspart turns - The list.
 * @csspart turn - One turn; also `turn-bot`, `turn-human`, `turn-other`, `turn-unknown`, and `turn-again` if the same speaker continues.
 * @csspart speaker - The name of the speaker.
 * @csspart time - The timestamp.
 * @csspart anchor - The link to the turn.
 * @csspart text - What was said.
 * @csspart latest - The button that scrolls to the end.
 * @csspart empty - The message that there is no transcript.
 * @csspart skeleton - The placeholder while content loads.
 * @csspart error - The error message.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--ninjahire-match=Mark] - The background of matches; `--ninjahire-match-text` is their text.
 * @cssprop [--ninjahire-match-current=light-dark(#2456c7, #9dbcff)] - The background of the current match; `--ninjahire-match-current-text` is its text.
 * @cssprop [--ninjahire-transcript-height=min(36em, 80vh)] - The height from which the transcript scrolls; `none` for never.
 *
 * @fires {TurnEvent} ninjahire-turn - The reader or the player has reached a turn.
 * @fires {SeekEvent} ninjahire-seek - A turn's timestamp was pressed. Cancelable.
 */
export class NinjahireTranscript extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, transcriptStyles];

  /** The transcript's text. */
  @property() transcript: string | null | undefined = null;
  /** Turns to show, instead of a text. */
  @property({ attribute: false }) turns: readonly Turn[] | null | undefined = null;
  /** How to parse a text: custom labels. */
  @property({ attribute: false }) options: TranscriptOptions | undefined;
  /**
   * Whether the transcript is still growing. Then it scrolls to the end, and new turns are
   * announced.
   */
  @property({ type: Boolean, reflect: true }) live: boolean = false;
  /** Turns the announcement of new turns off. */
  @property({ type: Boolean }) quiet: boolean = false;
  /** Whether to show that the transcript is loading. */
  @property({ type: Boolean }) loading: boolean = false;
  /** The name of the transcript for screen readers. */
  @property() label: string | null | undefined = null;
  /**
   * Gives each turn a link to itself: `#`, this prefix and the turn's number. Goes to the turn in
   * the page's address.
   */
  @property({ attribute: "anchor-prefix" }) anchorPrefix: string | null | undefined = null;
  /** The player to seek, or its id. */
  @property() player: HTMLMediaElement | string | null | undefined = null;
  /** The source that is added to a copied selection. */
  @property() credit: string | null | undefined = null;
  /** Turns single-key shortcuts off. */
  @property({ type: Boolean }) nohotkeys: boolean = false;
  /** @internal */
  @state() copied: "" | "copied" | "copyFailed" = "";

  #turns: readonly Turn[] = [];
  /** Identifies the style of the rows. When it changes, the rows are styled again. */
  #styleKey = "";
  #isAnnounced = false;
  readonly #reader = new TextReader(this, () => this.requestUpdate("transcript"));
  // These are not drawn by Lit.
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
    // Instead, the announcer announces each new turn once, even if it grows.
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
   * Replaces the turns from an index on, as an update of a live call requires. The cost depends
   * only on the number of new turns.
   */
  updateTurns(from: number, turns: readonly Turn[]): void {
    this.#showTurns(this.#turns.slice(0, from).concat(turns), Math.min(from, this.#turns.length));
  }

  /**
   * Goes to a turn, by its index. Scrolls the transcript's box, and the page only if the turn would
   * not be visible.
   */
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
    // Content on the way may change its height when it is laid out. So scroll again.
    requestAnimationFrame(show);
    if (ranges.length) this.#search.show(ranges);
  }

  /** Moves by `by` turns. */
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

  /** Searches for words. An empty query ends the search. */
  async search(query: string): Promise<void> {
    this.#search.query = query;
    await this.#search.run(this.#turns);
    if (query === this.#search.query) this.#reveal();
  }

  /** Moves by `by` matches. */
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

  /** Copies the whole conversation, or selects it if copying is not allowed. */
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
      this.#parse(changed.has("options"));
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

  #parse(isOther: boolean): void {
    const { turns, transcript: text, options } = this;
    if (isOther || turns || !text) this.#reader.forget();
    if (turns || !text) return this.#showTurns(turns ?? []);
    const parsed = this.#reader.parse(text, options);
    if (parsed) this.#showTurns(parsed.turns, parsed.from);
  }

  #showTurns(turns: readonly Turn[], from = 0): void {
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
    // Search again without moving the reader.
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
    // A number that is not valid is `NaN`, for which there is no turn.
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
