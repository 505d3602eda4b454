/** The rows of single turns. */

import type { Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import { make } from "../shared/dom.js";
import { formatClock } from "../shared/format.js";

/** How rows are drawn, apart from their turns. */
export interface TurnStyle {
  /** The names of the speakers, and the text for a turn without words. */
  readonly names: Readonly<Record<"bot" | "human" | "unknown" | "emptyTurn", string>>;
  readonly t: Translate;
  readonly locale: string | undefined;
  readonly anchorPrefix: string | null | undefined;
  /** Timestamps are buttons. */
  readonly canSeek: boolean;
}

export interface Row {
  readonly element: HTMLElement;
  readonly text: Text;
}

/** An empty row to clone. Made on first use, because a server has no document. */
let template: HTMLElement | undefined;

function makeTemplate(): HTMLElement {
  const row = make("div", "turn", "listitem");
  const who = make("div", "who");
  const name = make("bdi", "speaker");
  const text = make("p", "text");
  text.dir = "auto";
  name.append("");
  text.append("");
  who.append(name);
  row.append(who, text);
  return row;
}

/** Makes a row for a turn, without the parts that {@link styleRow} adds. */
export function makeRow(turn: Turn, previous: Turn | undefined): Row {
  template ??= makeTemplate();
  const element = template.cloneNode(true) as HTMLElement;
  const goesOn = previous?.role === turn.role && previous.label === turn.label;
  element.className = `turn ${turn.role}${goesOn ? " again" : ""}`;
  // Simulated pages (jsdom) lack the property `part`.
  element.setAttribute("part", `turn turn-${turn.role}${goesOn ? " turn-again" : ""}`);
  const paragraph = element.lastElementChild!;
  if (!turn.text) paragraph.classList.add("muted");
  const text = paragraph.firstChild as Text;
  text.data = turn.text;
  return { element, text };
}

/** Writes the parts of a row that depend on the style: speaker, time and link. */
export function styleRow({ element, text }: Row, turn: Turn, style: TurnStyle): void {
  const who = element.firstElementChild!;
  const name = who.firstElementChild!;
  (name.firstChild as Text).data = speakerName(turn, style);
  while (name.nextSibling) name.nextSibling.remove();
  if (!turn.text) text.data = style.names.emptyTurn;
  if (turn.startTime !== null) who.append(timeOf(turn.startTime, style));
  if (style.anchorPrefix) who.append(anchorOf(turn.index + 1, style));
}

function speakerName({ role, label }: Turn, { names }: TurnStyle): string {
  return role === "bot" || role === "human" ? names[role] : (label ?? names.unknown);
}

function timeOf(startTime: number, { locale, canSeek, t }: TurnStyle): HTMLElement {
  const clock = formatClock(locale, startTime);
  const time = make(canSeek ? "button" : "span", "time");
  if (canSeek) time.ariaLabel = t("playFrom", { time: clock });
  time.textContent = clock;
  return time;
}

function anchorOf(n: number, { anchorPrefix, t }: TurnStyle): HTMLElement {
  const anchor = make("a", "anchor") as HTMLAnchorElement;
  anchor.href = `#${anchorPrefix}${n}`;
  anchor.textContent = `#${n}`;
  anchor.ariaLabel = t("turn", { n });
  return anchor;
}

/** Whether a row can show another turn by changing only its words. */
export function isSameRow(a: Turn, b: Turn): boolean {
  return (
    a.role === b.role && a.label === b.label && a.startTime === b.startTime && !a.text === !b.text
  );
}
