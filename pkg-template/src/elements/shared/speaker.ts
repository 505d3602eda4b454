import type { Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";

/** The name of a turn's speaker. */
export function speakerOf({ role, label }: Turn, t: Translate): string {
  if (role === "bot" || role === "human") return t(role);
  return label ?? t("unknown");
}
