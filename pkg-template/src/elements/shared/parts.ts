/** Pieces that several elements draw. */

import { html, nothing } from "lit";
import { errorDetails, errorReason } from "./errors.js";
import type { StringName, Translate } from "../i18n/strings.js";

type Tone = "good" | "care" | "bad" | "live" | "";

const statuses: Record<string, [StringName, Tone]> = {
  call_completed: ["callCompleted", "good"],
  call_in_progress: ["callInProgress", "live"],
  call_failed: ["callFailed", "bad"],
};

const assessments: Record<string, [StringName, Tone]> = {
  call_success: ["success", "good"],
  call_failed: ["failed", "bad"],
  call_inconclusive: ["inconclusive", "care"],
};

/** A button: what is on it, what it does, its look, its part, its name where that is not on it. */
export function button(
  content: unknown,
  click: ((event: Event) => unknown) | undefined,
  kind = "",
  part = "button",
  label: unknown = nothing,
  isDisabled = false,
): unknown {
  return html`<button
    type="button"
    part=${part}
    class=${kind}
    aria-label=${label}
    ?disabled=${isDisabled}
    @click=${click}
  >
    ${content}
  </button>`;
}

/** Why the server refused, where it says so. */
export function reason(error: unknown): unknown {
  const text = errorReason(error);
  return text ? html`<p part="reason" dir="auto">${text}</p>` : nothing;
}

/** What an error itself says, folded away. */
export function details(error: unknown, t: Translate): unknown {
  return html`<details class="small muted">
    <summary>${t("details")}</summary>
    <p dir="auto">${errorDetails(error)}</p>
  </details>`;
}

/** A value of one of the vendor's two enums, in words; one that is not known as it came. */
export function wordFor(
  kind: "status" | "assessment",
  value: string | null,
  t: Translate,
): [text: string, tone: Tone] {
  const known = (kind === "status" ? statuses : assessments)[value ?? ""];
  return known ? [t(known[0]), known[1]] : [value ?? "", ""];
}

export function pill(kind: "status" | "assessment", value: string | null, t: Translate): unknown {
  if (!value) return "";
  const [text, tone] = wordFor(kind, value, t);
  return statePill(tone, text, kind);
}

export function statePill(tone: Tone, text: unknown, kind = "status"): unknown {
  return html`<span part=${`pill ${kind}`} class=${`pill ${tone}`}><bdi>${text}</bdi></span>`;
}

/** A score of 0–100 as a ring; the number beside it says it in text. */
export function dial(score: number): unknown {
  return html`<svg part="dial" class="dial" viewBox="0 0 40 40" aria-hidden="true">
    <circle class="track" cx="20" cy="20" r="17" />
    <circle
      cx="20"
      cy="20"
      r="17"
      pathLength="100"
      stroke-dasharray=${`${score} 100`}
      transform="rotate(-90 20 20)"
      stroke-linecap="butt"
    />
  </svg>`;
}

/** Hands text over as a file; returns the name that it has. */
export function save(text: string, type: string, name: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  // What no file system allows, and no more: names are in all scripts.
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, "-").trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return link.download;
}
