import { refuse } from "./answer.js";

/**
 * Refuses a dial from a page of another site. Browsers send the site of the page in
 * `Sec-Fetch-Site`, older ones only in `Origin`, and no page can change either.
 */
export function checkSite(request: Request, url: URL, origins: string[] = []): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  // `X-Forwarded-Host` does not count, because any client can send it.
  const host = request.headers.get("host") ?? url.host;
  const isOwn = site === null ? hasHost(origin, host) : site === "same-origin";
  if (isOwn || (origin !== null && origins.includes(origin))) return;
  throw refuse(
    403,
    "cross-site",
    "Not from this site's own pages",
    "Needs Sec-Fetch-Site: same-origin, or an Origin that is this host or one of cors.origins.",
  );
}

/** Whether an origin has this host. The scheme may differ, because TLS may end before this server. */
function hasHost(origin: string | null, host: string): boolean {
  try {
    const { protocol, host: originHost } = new URL(origin ?? "");
    // Parsing with the same scheme removes the default port from both.
    return /^https?:$/.test(protocol) && originHost === new URL(`${protocol}//${host}`).host;
  } catch {
    return false;
  }
}
