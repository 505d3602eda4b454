/** Rules that the client has too. Both use the same facts. */

import { didNotRing, keys, plainHttpHosts } from "../generated/facts.js";

/** Whether an answer of the API with this status proves that no phone rings. */
export const surelyDidNotRing = (status: number): boolean =>
  status >= didNotRing.min &&
  status <= didNotRing.max &&
  !(didNotRing.except as readonly number[]).includes(status);

/** Whether this can be an API key. It must fit into the header, and be the key alone. */
export function isKey(key: unknown): key is string {
  if (typeof key !== "string" || key === "") return false;
  if (key.toLowerCase().startsWith(keys.refusedPrefix)) return false;
  return [...key].every((char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= keys.firstByte && code <= keys.lastByte;
  });
}

/** The upstream's URL without slashes at its end. `undefined` where it is invalid, or the key must not be sent there. */
export function checkUpstream(upstream: unknown): string | undefined {
  if (typeof upstream !== "string" || /[\s\p{Cc}?#\\]/u.test(upstream)) return undefined;
  const [, scheme, authority] = /^(https?):\/\/([^/]+)/.exec(upstream) ?? [];
  if (!authority || authority.includes("@") || !URL.canParse(upstream)) return undefined;
  const host = /^\[([^\]]*)\]|^[^:]*/.exec(authority);
  if (scheme === "http" && !mayUsePlainHttp(host?.[1] ?? host?.[0] ?? "")) return undefined;
  return upstream.replace(/\/+$/, "");
}

/** Whether a key may be sent to this host without encryption: only to this machine. */
function mayUsePlainHttp(host: string): boolean {
  const { names, suffix, ipv4Prefix } = plainHttpHosts;
  return (
    (names as readonly string[]).includes(host) ||
    host.endsWith(suffix) ||
    (host.startsWith(ipv4Prefix) && /^[\d.]+$/.test(host))
  );
}
