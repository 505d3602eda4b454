/** Answers in JSON, and problems as RFC 9457 has them. */

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
