/**
 * Redirects, where custom headers go along. Node sends them to whatever origin a read is redirected
 * to, and takes only those away that it knows for secrets: `x-api-key` is not among them. Browsers
 * let no script follow a redirect by hand.
 */

const redirects = [301, 302, 303, 307, 308];
const most = 20;

/** `fetch`, but that no custom header leaves its origin. */
export async function fetchWithinOrigin(request: Request): Promise<Response> {
  // A dial follows none.
  if (request.redirect !== "follow") return fetch(request);
  const { signal } = request;
  let { url, method, headers } = request;
  for (let hops = 0; hops <= most; hops++) {
    const response = await fetch(url, { method, headers, signal, redirect: "manual" });
    const location = response.headers.get("location");
    if (location === null || !redirects.includes(response.status)) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol)) throw new TypeError(`a redirect to ${next.protocol}`);
    if (next.origin !== new URL(url).origin) {
      headers = new Headers({ accept: request.headers.get("accept") ?? "*/*" });
    }
    if (response.status < 304 && method === "POST") method = "GET";
    url = next.href;
  }
  throw new TypeError(`more than ${most} redirects`);
}
