import { type StringName, english } from "../i18n/strings.js";

/**
 * The text for an error. It checks `code`, because the error's class may be from another bundle.
 */
export function errorText(error: unknown): StringName {
  const { code = "" } = (error ?? {}) as { code?: string };
  const name = `error_${code.replace("_unavailable", "")}`.replace(/_+(.?)/g, (_, letter) =>
    letter.toUpperCase(),
  );
  return name in english ? (name as StringName) : "errorOther";
}

/** The error's message and the id of its request, for support. */
export function errorDetails(error: unknown): string {
  const { message, requestId } = (error ?? {}) as { message?: string; requestId?: string };
  return [message ?? String(error), requestId].filter(Boolean).join(" · ");
}

/** The server's reason for a refusal. Text from a server error is not a reason. */
export function errorReason(error: unknown): string | undefined {
  const { reason, detail, status = 0 } = (error ?? {}) as Record<string, unknown>;
  const isRefusal = (status as number) >= 400 && (status as number) < 500;
  const text = reason ?? (isRefusal ? detail : undefined);
  return typeof text === "string" && text.trim() ? text : undefined;
}
