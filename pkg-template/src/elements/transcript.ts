import { html, nothing } from "lit";
import { type TranscriptOptions, type Turn, init, parseTranscript } from "../index.js";
import { TurnAnnouncer } from "./announcer.js";
import { NinjahireElement } from "./base.js";
import { FollowScroll } from "./follow-scroll.js";
import { formatClock } from "./format.js";
import { parseGrown } from "./growing.js";
import { Matches } from "./highlight.js";
import { icons } from "./icons.js";
import { type Match, reading } from "./reading.js";
import { tokens } from "./styles/tokens.js";
import { transcriptStyles } from "./styles/transcript.js";
import { TurnList, type TurnStyle } from "./turn-list.js";

/** Where to go in a transcript. */
export interface JumpOptions {
  /** Moves the focus to the turn as well. Default: yes. */
  focus?: boolean;
  /** What to make stand out, by turn, in UTF-16 units of its text. */
  ranges?: readonly Match[];
}

/**
 * A conversation: who said what, with search.
 *
 * @attr {string} transcript - The transcript's text, as it came.
 * @attr {boolean} live - It is still growing: it is followed and new turns are announced.
 * @attr {boolean} quiet - New turns are not announced.
 * @attr {boolean} loading - Shows that the transcript is on its way.
 * @attr {string} label - What a screen reader calls it.
 * @attr {string} anchor-prefix - Gives each turn a link to itself, `#` and this and its number, and goes to that of the address.
 * @attr {string} player - The id of an `<audio>` or `<video>` in the same document, to be sought where turns have clocks.
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
 * @csspart turn - One turn; also `turn-bot`, `turn-human`, `turn-other`, `turn-unknown`.
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
 * @cssprop [--ninjahire-transcript-height=min(36em, 80vh)] - How high it grows before it scrolls; `none` for never.
 *
 * @fires {CustomEvent<{ time: number; turn: Turn }>} ninjahire-seek - A turn's clock was pressed. Cancelable.
 */
export class NinjahireTranscript extends NinjahireElement {
  /** @internal */
  static override properties = {
    transcript: {},
    turns: { attribute: false },
    options: { attribute: false },
    live: { type: Boolean, reflect: true },
    quiet: { type: Boolean },
    loading: { type: Boolean },
    label: {},
    anchorPrefix: { attribute: "anchor-prefix" },
    player: {},
    parseError: { state: true },
    query: { state: true },
    found: { state: true },
    at: { state: true },
    searchFailed: { state: true },
    copied: { state: true },
    following: { state: true },
  };
  /** @internal */
  static styles = [tokens, transcriptStyles];

  /** The transcript's text. */
  declare transcript: string | null;
  /** Turns, in place of a text. */
  declare turns: readonly Turn[] | null;
  /** How a text is split: labels of your own. */
  declare options: TranscriptOptions | undefined;
  declare live: boolean;
  declare quiet: boolean;
  declare loading: boolean;
  declare label: string | null;
  declare anchorPrefix: string | null;
  /** The player to seek, or its id. */
  declare player: HTMLMediaElement | string | null;
  /** @internal */
  declare parseError: unknown;
  /** @internal */
  declare query: string;
  /** @internal */
  declare found: readonly Match[] | null;
  /** @internal */
  declare at: number;
  /** @internal */
  declare searchFailed: boolean;
  /** @internal */
  declare copied: "" | "copied" | "copyFailed";
  /** @internal */
  declare following: boolean;

  #turns: readonly Turn[] = [];
  #list: TurnList | undefined;
  #matches: Matches | undefined;
  #follow: FollowScroll | undefined;
  #scroller: HTMLElement | undefined;
  #announcer: TurnAnnouncer | undefined;
  #listening: HTMLMediaElement | null = null;
  #text = "";
  #wholeLater: ReturnType<typeof setTimeout> | undefined;
  #styleKey = "";
  #parsing = false;
  #announced = false;
  #searches = 0;

  constructor() {
    super();
    this.live = this.quiet = this.loading = this.searchFailed = false;
    this.following = true;
    this.query = this.copied = "";
    this.found = null;
    this.at = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#toHash);
    this.#listen();
    this.#showMatches();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#toHash);
    this.#matches?.disconnect();
    this.#listen(null);
  }

  /**
   * Replaces the turns from an index on: what a live call's update brings. Costs as much as what is
   * new, however long the rest is.
   */
  updateTurns(from: number, turns: readonly Turn[]): void {
    this.#take(this.#turns.slice(0, from).concat(turns), Math.min(from, this.#turns.length));
  }

  /** Goes to a turn, by its index. */
  jumpTo(index: number, { focus = true, ranges = [] }: JumpOptions = {}): void {
    const row = this.#list?.mark(index);
    if (!row) return;
    if (this.#follow) this.#follow.following = false;
    if (focus) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    }
    const show = () => row.scrollIntoView({ block: "center" });
    show();
    // What is laid out on the way may move it.
    requestAnimationFrame(show);
    if (ranges.length) this.#matches?.show(this.found ?? [], ranges);
  }

  /** Finds words; an empty query ends the search. */
  async search(query: string): Promise<void> {
    this.query = query;
    const run = ++this.#searches;
    if (!query.trim()) {
      this.found = null;
      this.searchFailed = false;
      this.#showMatches();
      return;
    }
    try {
      const { searchTranscript } = await reading();
      const found = await searchTranscript(this.#turns, query);
      if (run !== this.#searches) return;
      this.found = found;
      this.searchFailed = false;
      // From where the reader is.
      this.at = 0;
      this.#showMatches();
      if (this.found.length) this.#reveal();
    } catch {
      if (run === this.#searches) this.searchFailed = true;
    }
  }

  /** Goes to the next match, or by so many. */
  nextMatch(by = 1): void {
    const count = this.found?.length;
    if (!count) return;
    this.at = (this.at + by + count) % count;
    this.#showMatches();
    this.#reveal();
  }

  /** Copies the whole conversation, or selects it where copying is not allowed. */
  async copy(): Promise<void> {
    const text = this.#turns.map((turn) => `${this.#speaker(turn)}: ${turn.text}`).join("\n\n");
    try {
      await navigator.clipboard.writeText(text);
      this.copied = "copied";
    } catch {
      this.copied = "copyFailed";
      getSelection()?.selectAllChildren(this.#list!.element);
    }
    this.announce(this.t(this.copied));
    setTimeout(() => (this.copied = ""), 4000);
  }

  /** @internal */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("transcript") || changed.has("turns") || changed.has("options"))
      this.#read(changed.has("options"));
    if (!this.#list && this.#turns.length) this.#build();
    if (changed.has("query") && !changed.has("found") && !this.query) this.found = null;
  }

  /** @internal */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.setAttribute("state", this.#state);
    if (changed.has("player")) this.#listen();
    if (this.#follow && changed.has("live")) {
      this.#follow.isOn = this.live;
      this.#follow.grown();
      if (!this.live) this.#announcer!.skip(this.#turns);
    }
  }

  get #state(): "empty" | "loading" | "error" | "done" {
    if (this.#turns.length) return "done";
    if (this.loading || this.#parsing) return "loading";
    return this.parseError ? "error" : "empty";
  }

  #read(isOther: boolean): void {
    this.#parsing = false;
    this.parseError = undefined;
    if (this.turns || !this.transcript || isOther) this.#text = "";
    if (this.turns) return this.#take(this.turns);
    const text = this.transcript;
    if (!text) return this.#take([]);
    try {
      const grown = this.live && parseGrown(text, this.#text, this.#turns, this.options);
      clearTimeout(this.#wholeLater);
      // The end alone may be misread: the whole has the last word, once nothing comes for a while.
      if (grown)
        this.#wholeLater = setTimeout(
          () => ((this.#text = ""), this.requestUpdate("transcript")),
          3000,
        );
      if (grown) this.#take(grown, Math.max(0, this.#turns.length - 12));
      else this.#take(parseTranscript(text, this.options));
      this.#text = text;
    } catch (error) {
      if ((error as { code?: string }).code !== "not_started") {
        this.parseError = error;
        return;
      }
      this.#parsing = true;
      init().then(
        () => this.requestUpdate("transcript"),
        (failed: unknown) => {
          this.#parsing = false;
          this.parseError = failed;
        },
      );
    }
  }

  #take(turns: readonly Turn[], from = 0): void {
    this.#turns = turns;
    const list = this.#list;
    if (!list) {
      this.requestUpdate();
      return;
    }
    if (!list.turns.length !== !turns.length) this.requestUpdate();
    list.show(turns, from);
    this.#follow!.grown();
    if (!this.live || this.quiet || !this.#announced) this.#announcer!.skip(turns);
    else this.#announcer!.announce(turns, (turn) => this.#speaker(turn));
    this.#announced = true;
    if (this.query) this.#searchAgain().catch(() => (this.searchFailed = true));
  }

  /** After the text has changed, without moving. */
  async #searchAgain(): Promise<void> {
    const run = ++this.#searches;
    const { searchTranscript } = await reading();
    const found = await searchTranscript(this.#turns, this.query);
    if (run !== this.#searches) return;
    this.found = found;
    this.at = Math.min(this.at, Math.max(0, this.found.length - 1));
    this.#showMatches();
  }

  /** The parts that Lit does not draw, once there is something to show. */
  #build(): void {
    this.#styleKey = this.#keyOfStyle();
    const list = (this.#list = new TurnList(
      this.#turnStyle(),
      () => this.found && this.#showMatches(),
    ));
    const scroller = (this.#scroller = document.createElement("div"));
    scroller.className = "scroller";
    scroller.tabIndex = 0;
    scroller.setAttribute("part", "scroller");
    scroller.append(list.element);
    this.#announcer = new TurnAnnouncer();
    this.#matches = new Matches(list);
    this.#follow = new FollowScroll(
      scroller,
      list.element,
      () => (this.following = this.#follow!.following),
    );
    this.#follow.isOn = this.live;
    list.element.addEventListener("click", this.#clicked);
    this.#take(this.#turns);
    void this.updateComplete.then(() => this.#toHash());
  }

  #speaker(turn: Turn): string {
    const { role, label } = turn;
    if (role === "bot" || role === "human") return this.t(role);
    return label ?? this.t("unknown");
  }

  #player(): HTMLMediaElement | null {
    const { player } = this;
    if (typeof player !== "string") return player ?? null;
    return (this.getRootNode() as Document).getElementById(player) as HTMLMediaElement | null;
  }

  #keyOfStyle(): string {
    return JSON.stringify([this.usedStrings, this.locale, this.anchorPrefix, !!this.player]);
  }

  #turnStyle(): TurnStyle {
    return {
      speaker: (turn) => this.#speaker(turn),
      clock: (seconds) => formatClock(this.locale, seconds),
      turnName: (n) => this.t("turn", { n }),
      playFrom: (time) => this.t("playFrom", { time }),
      nothingSaid: this.t("emptyTurn"),
      anchorPrefix: this.anchorPrefix,
      canSeek: !!this.player,
    };
  }

  #clicked = (event: Event) => {
    const target = event.target as Element;
    if (!target.closest("button.time")) return;
    const index = this.#list!.indexOf(target);
    const turn = this.#turns[index]!;
    const time = turn.startTime!;
    if (!this.emit("ninjahire-seek", { time, turn }, true)) return;
    const player = this.#player();
    this.#list!.mark(index);
    if (!player) return;
    player.currentTime = time;
    // It may be refused, and says so itself.
    player.play().catch(() => {});
  };

  #listen(player = this.isConnected ? this.#player() : null): void {
    if (player === this.#listening) return;
    this.#listening?.removeEventListener("timeupdate", this.#played);
    player?.addEventListener("timeupdate", this.#played);
    this.#listening = player;
  }

  #played = () => {
    const now = this.#listening!.currentTime;
    let index: number | undefined;
    for (const turn of this.#turns) {
      if (turn.startTime === null) continue;
      if (turn.startTime > now + 0.05) break;
      index = turn.index;
    }
    this.#list?.mark(index);
  };

  #toHash = () => {
    const prefix = this.anchorPrefix && `#${this.anchorPrefix}`;
    if (!prefix || !location.hash.startsWith(prefix)) return;
    const number = Number(location.hash.slice(prefix.length));
    if (Number.isInteger(number)) this.jumpTo(number - 1);
  };

  #showMatches(): void {
    const match = this.found?.[this.at];
    this.#matches?.show(this.found ?? [], match ? [match] : []);
  }

  #reveal(): void {
    const { turn } = this.found![this.at]!;
    this.jumpTo(turn, { focus: false });
  }

  #typed = (event: Event) => void this.search((event.target as HTMLInputElement).value);

  #pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape" && this.query) {
      event.preventDefault();
      void this.search("");
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (this.searchFailed) void this.search(this.query);
      else this.nextMatch(event.shiftKey ? -1 : 1);
    }
  };

  /** @internal */
  protected override render(): unknown {
    const state = this.#state;
    const key = this.#list && this.#keyOfStyle();
    if (key && key !== this.#styleKey) {
      this.#styleKey = key;
      this.#list!.restyle(this.#turnStyle());
    }
    const label = this.label ?? this.t("transcript");
    const scroller = this.#scroller;
    if (scroller) {
      scroller.setAttribute("role", this.live ? "log" : "group");
      scroller.setAttribute("aria-label", label);
      // New turns are read by the announcer instead, each once, however often it grows.
      scroller.setAttribute("aria-live", "off");
    }
    return html`<div part="base" class="base">
      <slot name="header"></slot>
      ${state === "done" ? this.#toolbar() : nothing}
      ${state === "done" ? scroller : this.#without(state)}
      ${
        this.live && !this.following && state === "done"
          ? html`<button
              type="button"
              part="latest"
              class="latest"
              @click=${() => this.#follow!.toEnd()}
            >
              ${icons.down()}${this.t("latest")}
            </button>`
          : nothing
      }
      ${this.#announcer?.element}${this.status}
    </div>`;
  }

  #without(state: string): unknown {
    if (state === "loading") return this.skeleton(6);
    if (state === "error")
      return this.failure(this.parseError, () => this.requestUpdate("transcript"));
    return this.empty(this.live ? "transcriptWaiting" : "transcriptEmpty");
  }

  #toolbar(): unknown {
    const count = this.found?.length;
    const search = this.t("search");
    const hasMatches = !!count;
    return html`<div part="toolbar" class="tools row">
        <form
          part="search"
          role="search"
          aria-label=${search}
          @submit=${(event: Event) => event.preventDefault()}
        >
          <span class="field">
            ${icons.search()}
            <input
              part="search-input"
              type="search"
              autocomplete="off"
              spellcheck="false"
              dir=${this.query ? "auto" : nothing}
              aria-label=${search}
              placeholder=${search}
              .value=${this.query}
              @input=${this.#typed}
              @keydown=${this.#pressed}
            />
          </span>
          ${
            this.query
              ? html`<span part="search-count" class="count small muted" role="status">
                    ${
                      this.searchFailed
                        ? this.t("errorReading")
                        : count === undefined
                          ? nothing
                          : count
                            ? this.t("matches", { at: this.at + 1, n: count })
                            : this.t("noMatches")
                    }
                  </span>
                  ${([-1, 1] as const).map(
                    (by) =>
                      html`<button
                        type="button"
                        part="button"
                        class="bare icon"
                        aria-label=${this.t(by < 0 ? "previous" : "next")}
                        ?disabled=${!hasMatches}
                        @click=${() => this.nextMatch(by)}
                      >
                        ${by < 0 ? icons.up() : icons.down()}
                      </button>`,
                  )}`
              : nothing
          }
        </form>
        <span class="row">
          <button type="button" part="button" class="bare" @click=${() => this.copy()}>
            ${icons.copy()}${this.t(this.copied === "copied" ? "copied" : "copy")}
          </button>
          <slot name="actions"></slot>
        </span>
      </div>
      ${this.copied === "copyFailed" ? html`<p class="small muted">${this.t("copyFailed")}</p>` : nothing}`;
  }
}
