/** Parts that several elements draw. */

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

/**
 * A button: its content, its action, its classes, its part, and its name if the content has none.
 */
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

/** The server's reason for a refusal, if it gives one. */
export function reason(error: unknown): unknown {
  const text = errorReason(error);
  return text ? html`<p part="reason" dir="auto">${text}</p>` : nothing;
}

/** The details of an error, folded. */
export function details(error: unknown, t: Translate): unknown {
  return html`<details class="small muted">
    <summary>${t("details")}</summary>
    <p dir="auto">${errorDetails(error)}</p>
  </details>`;
}

/** The text for a value of one of the API's two enums. An unknown value stays as it is. */
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

/** A score of 0–100 as a ring. The number beside it is the text for screen readers. */
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

/** Saves text as a file. Returns the name of the file. */
export function save(text: string, type: string, name: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  // Replaces only characters that file systems forbid, because names are in all scripts.
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, "-").trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return link.download;
}
