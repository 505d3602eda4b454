/** Sends JSON, and problems in the form of RFC 9457. */

export function sendJson(response, status, value, headers = {}) {
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(value));
}

export function sendProblem(response, status, title, detail) {
  sendJson(
    response,
    status,
    { title, status, detail },
    { "content-type": "application/problem+json" },
  );
}
