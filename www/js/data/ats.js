/** Requests to the server of the ATS. */

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    throw Object.assign(new Error("No answer", { cause }), { code: "connection" });
  }
  if (response.ok) return response.json();
  const codes = { 401: "authentication", 403: "permission" };
  throw Object.assign(new Error(`${path}: ${response.status}`), {
    code: codes[response.status] ?? "server",
    status: response.status,
  });
}

export const me = () => request("/api/me");
export const candidates = () => request("/api/candidates");
export const people = () => request("/api/people");
export const signIn = (id) => request("/api/session", { method: "POST", body: id });
export const signOut = () => request("/api/session", { method: "DELETE" });
