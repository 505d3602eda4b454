/** What went wrong in plain words, and what to do about it. `remedy` names what a button can do. */

const retry = { remedy: "retry" };

const said = {
  signed_out: () => ({
    title: "You have been signed out",
    text: "Sign in again to go on. Nothing was lost.",
    remedy: "sign-in",
  }),
  authentication: () => said.signed_out(),
  permission: () => ({
    title: "You do not have access",
    text: "This belongs to another team. Ask your administrator if you think you should see it.",
  }),
  not_found: () => ({
    title: "This call is not there",
    text: "It may have been deleted, or the link is not complete.",
    ...retry,
  }),
  rate_limit: ({ retryAfterMs }) => ({
    title: "Too many requests",
    text: retryAfterMs
      ? `Wait ${Math.ceil(retryAfterMs / 1000)} seconds, then try again.`
      : "Wait a moment, then try again.",
    ...retry,
  }),
  server: () => ({
    title: "The calling service has a problem",
    text: "It is not your fault. Try again in a minute.",
    ...retry,
  }),
  connection: () =>
    navigator.onLine
      ? {
          title: "The server cannot be reached",
          text: "Check your connection or VPN, then try again.",
          ...retry,
        }
      : {
          title: "You are offline",
          text: "Try again once you are connected.",
          ...retry,
        },
  deadline: () => ({
    title: "That took too long",
    text: "The service did not answer in time.",
    ...retry,
  }),
  decode: () => ({
    title: "The answer could not be read",
    text: "The calling service sent something unexpected. Try again; tell your administrator if it stays.",
    ...retry,
  }),
  webassembly_unavailable: () => ({
    title: "This browser cannot show calls",
    text: "WebAssembly is switched off, by Lockdown Mode for example. Allow it for this site, or use another browser.",
  }),
  dial_pending: () => ({
    title: "A call is being placed right now",
    text: "Another tab is ringing this candidate. Nothing was sent from here.",
  }),
};

export function inWords(error) {
  const words = said[error?.code]?.(error) ?? {
    title: "Something went wrong",
    text: "Try again. If it stays, tell your administrator what is below.",
    ...retry,
  };
  return { ...words, note: noteOf(error) };
}

/** What helps whoever looks into it. */
function noteOf(error) {
  const { status, requestId } = error ?? {};
  return [status && `Status ${status}`, requestId && `request ${requestId}`]
    .filter(Boolean)
    .join(", ");
}
