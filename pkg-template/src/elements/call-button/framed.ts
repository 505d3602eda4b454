/** Whether a page is in a frame of another site. */
export function isFramedByAnotherSite(): boolean {
  if (window.top === window) return false;
  try {
    // Throws if the outermost page has another origin.
    return !window.top?.location.href;
  } catch {
    const outer = [...(location.ancestorOrigins ?? [])];
    return !outer.length || !outer.every((origin) => isSameSite(new URL(origin).hostname));
  }
}

/** Whether the host is the same, or one is a subdomain of the other. */
function isSameSite(host: string): boolean {
  const { hostname } = location;
  return host === hostname || host.endsWith(`.${hostname}`) || hostname.endsWith(`.${host}`);
}
