import { refuse } from "./answer.js";

/**
 * Refuses a dial that a page of another site had a browser send. Browsers say where a request comes
 * from in `Sec-Fetch-Site`, older ones in `Origin`, and no page can change either.
 */
export function checkSite(request: Request, url: URL, origins: string[] = []): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  // Not `X-Forwarded-Host`: anyone can send that.
  const host = request.headers.get("host") ?? url.host;
  const isOwn = site === null ? isOf(origin, host) : site === "same-origin";
  if (isOwn || (origin !== null && origins.includes(origin))) return;
  throw refuse(
    403,
    "cross-site",
    "Not from this site's own pages",
    "Needs Sec-Fetch-Site: same-origin, or an Origin that is this host or one of cors.origins.",
  );
}

/** Whether an origin has this host; the scheme may differ where TLS ends before this server. */
function isOf(origin: string | null, host: string): boolean {
  try {
    const { protocol, host: its } = new URL(origin ?? "");
    // Parsed with the same scheme, so that its default port goes.
    return /^https?:$/.test(protocol) && its === new URL(`${protocol}//${host}`).host;
  } catch {
    return false;
  }
}
