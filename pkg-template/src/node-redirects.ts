/**
 * Follows redirects without sending custom headers to another origin. Node's `fetch` sends them
 * along, and removes only headers that it knows to be secret; `x-api-key` is not among them. In
 * browsers no script can follow a redirect itself.
 */

const redirects = [301, 302, 303, 307, 308];
const mostRedirects = 20;

/** Like `fetch`, but a redirect to another origin gets no custom headers. */
export async function fetchWithinOrigin(request: Request): Promise<Response> {
  // A dial follows no redirect.
  if (request.redirect !== "follow") return fetch(request);
  const { signal } = request;
  let { url, method, headers } = request;
  for (let hops = 0; hops <= mostRedirects; hops++) {
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
  throw new TypeError(`more than ${mostRedirects} redirects`);
}
