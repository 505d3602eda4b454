import type { StringName } from "./strings.js";

const byCode: Record<string, StringName> = {
  connection: "errorConnection",
  deadline: "errorDeadline",
  authentication: "errorAuthentication",
  permission: "errorPermission",
  not_found: "errorNotFound",
  rate_limit: "errorRateLimit",
  server: "errorServer",
  webassembly_unavailable: "errorWebassembly",
};

/** Which text says what happened. By `code`, since the error may be another bundle's. */
export function errorText(error: unknown): StringName {
  return byCode[(error as { code?: string } | null)?.code ?? ""] ?? "errorOther";
}

/** What the error itself says, and the request's id, for those who look into it. */
export function errorDetails(error: unknown): string {
  const { message, requestId } = (error ?? {}) as { message?: string; requestId?: string };
  return [message ?? String(error), requestId].filter(Boolean).join(" · ");
}
