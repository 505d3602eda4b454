/** The content security policy that README recommends for every page with the package. */

export function securityHeaders({ upstream, isMock }) {
  // The mock serves recordings itself. The vendor does not document where its recordings are.
  const recordings = isMock ? new URL(upstream).origin : "https:";
  const policy = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "media-src": `'self' ${recordings}`,
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
  };
  return Object.entries({
    "content-security-policy": Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
}
