import { type StringName, english } from "../i18n/strings.js";

/** Which text says what happened. By `code`, since the error may be another bundle's. */
export function errorText(error: unknown): StringName {
  const { code = "" } = (error ?? {}) as { code?: string };
  const name = `error_${code.replace("_unavailable", "")}`.replace(/_+(.?)/g, (_, letter) =>
    letter.toUpperCase(),
  );
  return name in english ? (name as StringName) : "errorOther";
}

/** What the error itself says, and the request's id, for those who look into it. */
export function errorDetails(error: unknown): string {
  const { message, requestId } = (error ?? {}) as { message?: string; requestId?: string };
  return [message ?? String(error), requestId].filter(Boolean).join(" · ");
}

/** Why the server refused, in its own words. What a broken server writes is no reason. */
export function errorReason(error: unknown): string | undefined {
  const { reason, detail, status = 0 } = (error ?? {}) as Record<string, unknown>;
  const isRefusal = (status as number) >= 400 && (status as number) < 500;
  const text = reason ?? (isRefusal ? detail : undefined);
  return typeof text === "string" && text.trim() ? text : undefined;
}
