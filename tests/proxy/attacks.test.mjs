/** Attacks as bytes on a socket, with the proxy's answer and the requests that reach the API. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import http from "node:http";
import { once } from "node:events";
import { startMock } from "./helpers/mock.mjs";
import { nodeHandler } from "./helpers/package.mjs";
import { sendRaw } from "./helpers/raw.mjs";
import { key, proxyTo } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
const [{ call_id: call }] = mock.calls;

const base = "/api/ninjahire";
const dialPath = `${base}/applications/${application}/instant-call`;
const callPath = `${base}/calls/${call}`;
const signedIn = "Cookie: session=alice";
const own = "Sec-Fetch-Site: same-origin";
const uuid = () => crypto.randomUUID();

/** The bytes of a request. Host and cookie are valid unless `headers` replaces them. */
function bytes(line, headers = [], body = "") {
  const has = (name) => headers.some((header) => header.toLowerCase().startsWith(`${name}:`));
  const all = [...headers];
  if (!has("host")) all.unshift("Host: ats.example");
  if (!has("cookie")) all.push(signedIn);
  return `${line} HTTP/1.1\r\n${all.join("\r\n")}\r\n\r\n${body}`;
}
const get = (path, ...headers) => bytes(`GET ${path}`, headers);
const post = (path, ...headers) => bytes(`POST ${path}`, [...headers, "Content-Length: 0"]);
const decision = () => `Idempotency-Key: ${uuid()}`;
const dial = (...headers) => post(dialPath, ...headers);

// The attack, the bytes, the status, and the requests that reached the API (none, where not given).
const paths = [
  ["one level up", get(`${base}/../calls`), 400],
  ["up and back", get(`${base}/x/../calls?page=1`), 400],
  ["out of an id", get(`${base}/calls/../applications/${application}`), 400],
  ["an id that is two dots", get(`${base}/calls/..`), 400],
  ["an id that is a dot", get(`${base}/calls/.`), 400],
  ["dots, encoded", get(`${base}/calls/%2e%2e`), 400],
  ["dots, half encoded", get(`${base}/calls/.%2E/admin`), 400],
  ["dots, encoded twice", get(`${base}/calls/%252e%252e`), 404],
  ["a slash, encoded", get(`${base}/calls/a%2fb`), 404],
  ["a slash, encoded, up", get(`${base}/calls/..%2f..%2fadmin`), 404],
  ["a slash, encoded twice", get(`${base}/calls/a%252fb`), 404],
  ["a backslash", get(`${base}/calls/a\\b`), 400],
  ["a backslash, up", get(`${base}/calls/..\\..\\admin`), 400],
  ["a backslash, encoded", get(`${base}/calls/a%5cb`), 404],
  ["two slashes", get(`${base}//calls`), 404],
  ["two slashes in front", get(`//evil.example${base}/calls`), 404],
  ["two slashes and a host", get(`//api.ninjahire.co/calls`), 404],
  ["a slash at the end", get(`${callPath}/`), 404],
  ["a path parameter", get(`${callPath};admin=1`), 404],
  ["a dot segment with a path parameter", get(`${base}/calls/..;/admin`), 404],
  ["NUL, encoded", get(`${callPath}%00`), 404],
  ["a line break, encoded", get(`${callPath}%0d%0aX-Evil:1`), 404],
  ["a tab, raw", get(`${base}/calls/a\tb`), 400],
  ["overlong UTF-8 dots", get(`${base}/calls/%c0%ae%c0%ae`), 404],
  ["a fullwidth solidus", get(`${base}/calls/a%ef%bc%8fb`), 404],
  ["one dot leaders", get(`${base}/calls/%e2%80%a4%e2%80%a4`), 404],
  ["fullwidth dots", get(`${base}/calls/%ef%bc%8e%ef%bc%8e`), 404],
  ["raw bytes past ASCII", get(`${base}/calls/\u00e9`), 400],
  [
    "a letter of an id, encoded",
    get(`${base}/calls/%${call.charCodeAt(0).toString(16)}${call.slice(1)}`),
    404,
  ],
  ["a letter of the route, encoded", get(`${base}/c%61lls`), 404],
  ["an unfinished escape", get(`${callPath}%`), 404],
  ["an escape of no digits", get(`${callPath}%zz`), 404],
  ["another case", get(`${base}/Calls`), 404],
  ["a suffix", get(`${callPath}.json`), 404, `GET /calls/${call}.json`],
  ["an id of 200 letters", get(`${base}/calls/${"a".repeat(200)}`), 404],
  ["absolute form", get(`http://api.ninjahire.co/calls`), 400],
  ["absolute form, this host", get(`http://ats.example${base}/calls`), 400],
  ["absolute form, user and host", get(`http://ats.example@evil.example/calls`), 400],
  ["an at sign in front", get(`@evil.example${base}/calls`), 400],
  ["asterisk form", bytes("OPTIONS *"), 400],
  ["a fragment", get(`${base}/calls#/../admin`), 400],
  ["another mount", get(`/api/ninjahirex/calls`), 404],
  ["the mount alone", get(base), 404],
  ["the root", get("/"), 404],
  ["the vendor's other routes", get(`${base}/applications`), 404],
  ["a recording", get(`${base}/recordings/${call}.wav`), 404],
  ["the mock's controls", get(`${base}/__mock/log`), 404],
  ["a URL of 5,000 letters", get(`${base}/calls?job_id=${"a".repeat(5_000)}`), 414],
];

const queries = [
  ["an unknown parameter", get(`${base}/calls?page=1&admin=true`), 400],
  ["a parameter twice", get(`${base}/calls?job_id=a&job_id=b`), 400],
  ["a parameter twice, once encoded", get(`${base}/calls?job_id=a&job%5fid=b`), 400],
  ["an array", get(`${base}/calls?job_id[]=a`), 400],
  ["a parameter without a value", get(`${base}/calls?page`), 400],
  ["a blank filter", get(`${base}/calls?job_id=%20`), 400],
  ["another tenant's filter", get(`${base}/calls?job_source_id=theirs`), 403],
  [
    "an encoded separator in a value",
    get(`${base}/calls?candidate_id=a%26job_source_id%3dtheirs`),
    200,
    `GET /calls?candidate_id=a%26job_source_id%3Dtheirs&job_source_id=ours`,
  ],
  ["a semicolon for a separator", get(`${base}/calls?page=1;job_id=b`), 400],
  ["page 0", get(`${base}/calls?page=0`), 400],
  ["a page that is hexadecimal", get(`${base}/calls?page=0x1`), 400],
  ["a page that is huge", get(`${base}/calls?page=99999999999`), 400],
  ["size 101", get(`${base}/calls?size=101`), 400],
  ["a line break in a value", get(`${base}/calls?job_id=a%0d%0aX-Evil:1`), 400],
  ["NUL in a value", get(`${base}/calls?job_id=a%00`), 400],
  ["a value that is no UTF-8", get(`${base}/calls?job_id=%ff`), 400],
  ["a prototype", get(`${base}/calls?__proto__=a`), 400],
  ["a parameter where there is none", get(`${callPath}?job_id=a`), 400],
  ["a parameter on a dial", post(`${dialPath}?force=1`, own, decision()), 400],
  ["_method in the query", get(`${dialPath}?_method=POST`), 405],
];

const methods = [
  ["HEAD", bytes(`HEAD ${callPath}`), 405],
  ["OPTIONS", bytes(`OPTIONS ${callPath}`), 405],
  [
    "OPTIONS, as a preflight",
    bytes(`OPTIONS ${dialPath}`, [
      "Origin: https://evil.example",
      "Access-Control-Request-Method: POST",
    ]),
    405,
  ],
  ["DELETE", bytes(`DELETE ${callPath}`), 405],
  ["PUT", bytes(`PUT ${dialPath}`, [own, decision(), "Content-Length: 0"]), 405],
  ["TRACE", bytes(`TRACE ${callPath}`), 400],
  ["CONNECT", bytes("CONNECT api.ninjahire.co:443"), 0],
  ["PROPFIND", bytes(`PROPFIND ${callPath}`), 405],
  ["a method in lower case", bytes(`get ${callPath}`), 400],
  ["a dial by GET", get(dialPath, own, decision()), 405],
  [
    "a dial by GET, overridden",
    get(dialPath, own, decision(), "X-HTTP-Method-Override: POST", "X-Method-Override: POST"),
    405,
  ],
  ["a read by POST", post(callPath, own, decision()), 405],
];

const headers = [
  [
    "the vendor's key, guessed",
    get(callPath, "Authorization: Bearer other", "Cookie: none=1"),
    403,
  ],
  [
    "an Authorization header from the client",
    get(callPath, "Authorization: Bearer other"),
    200,
    `GET /calls/${call}`,
  ],
  [
    "cookies and headers for the API",
    get(
      callPath,
      "X-Api-Key: x",
      "X-Forwarded-For: 1.2.3.4",
      "Forwarded: for=1.2.3.4",
      "X-Original-URL: /admin",
      "X-Rewrite-URL: /admin",
      "Via: x",
      "Range: bytes=0-9",
      "If-None-Match: *",
      "TE: trailers",
      "Referer: https://ats.example/?secret",
      "Accept: text/html",
    ),
    200,
    `GET /calls/${call}`,
  ],
  [
    "hop-by-hop headers",
    get(
      callPath,
      "Connection: close, Authorization",
      "Keep-Alive: timeout=9",
      "Upgrade: h2c",
      "Proxy-Authorization: Basic eA==",
      "Proxy-Connection: keep-alive",
    ),
    200,
    `GET /calls/${call}`,
  ],
  [
    "a websocket",
    get(
      callPath,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Key: eA==",
      "Sec-WebSocket-Version: 13",
    ),
    200,
    `GET /calls/${call}`,
  ],
  ["two hosts", get(callPath, "Host: ats.example", "Host: evil.example"), 400],
  ["no host", `GET ${callPath} HTTP/1.1\r\n${signedIn}\r\n\r\n`, 400],
  ["a host that is a URL", get(callPath, "Host: ats.example/../evil"), 400],
  ["a host with a user", get(callPath, "Host: x@evil.example"), 400],
  ["two Authorizations", get(callPath, "Authorization: Bearer a", "Authorization: Bearer b"), 400],
  ["a cookie in two parts", get(callPath, "Cookie: a=1", signedIn), 200, `GET /calls/${call}`],
  ["a folded header", get(callPath, "X-A: 1\r\n Host: evil.example"), 400],
  ["a space before the colon", get(callPath, "Host : evil.example"), 400],
  ["a header of 20 kB", get(callPath, `X-A: ${"a".repeat(20_000)}`), 431],
  ["a pipelined second request", get(`${base}/nothing`) + get("/admin"), 404],
];

const origins = [
  [
    "a dial from a form of another site",
    dial("Origin: https://evil.example", "Sec-Fetch-Site: cross-site", decision()),
    403,
  ],
  [
    "a dial from a sister site",
    dial("Origin: https://blog.ats.example", "Sec-Fetch-Site: same-site", decision()),
    403,
  ],
  ["a dial typed in", dial("Sec-Fetch-Site: none", decision()), 403],
  ["a dial without a word of where from", dial(decision()), 403],
  ["a dial of an older browser, elsewhere", dial("Origin: https://evil.example", decision()), 403],
  [
    "a dial of an older browser, a prefix",
    dial("Origin: https://ats.example.evil.example", decision()),
    403,
  ],
  [
    "a dial of an older browser, another port",
    dial("Origin: https://ats.example:8443", decision()),
    403,
  ],
  ["a dial of a sandboxed frame", dial("Origin: null", decision()), 403],
  [
    "an origin twice",
    dial("Origin: https://ats.example", "Origin: https://evil.example", decision()),
    400,
  ],
  ["where from, twice", dial("Sec-Fetch-Site: cross-site", own, decision()), 400],
  ["where from, in another case", dial("Sec-Fetch-Site: Same-Origin", decision()), 403],
  [
    "a forwarded host",
    dial("Origin: https://evil.example", "X-Forwarded-Host: evil.example", decision()),
    403,
  ],
  ["a dial without a key", dial(own), 400],
  ["a dial with a short key", dial(own, "Idempotency-Key: 1"), 400],
  ["a dial with a long key", dial(own, `Idempotency-Key: ${"k".repeat(201)}`), 400],
  ["a dial with two keys", dial(own, decision(), decision()), 400],
  [
    "a dial with a key that is no ASCII",
    dial(own, "Idempotency-Key: \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"),
    400,
  ],
  ["a dial without a signed-in user", dial(own, decision(), "Cookie: session=mallory"), 403],
  [
    "a dial as it should be",
    dial(own, decision()),
    200,
    `POST /applications/${application}/instant-call`,
  ],
  [
    "a dial of an older browser",
    dial("Origin: https://ats.example", decision()),
    200,
    `POST /applications/${application}/instant-call`,
  ],
];

const length = (bytes) => `Content-Length: ${bytes}`;
const send = (headers, body) => bytes(`POST ${dialPath}`, [own, decision(), ...headers], body);
const smuggled = `0\r\n\r\n${get("/admin")}`;
const bodies = [
  [
    "a small body that no code reads",
    send([length(2)], "{}"),
    200,
    `POST /applications/${application}/instant-call`,
  ],
  [
    "a body that places another call",
    send(["Content-Type: application/json", length(22)], '{"application_id":"x"}'),
    200,
    `POST /applications/${application}/instant-call`,
  ],
  ["a body of 2 kB", send([length(2_000)], "x".repeat(2_000)), 413],
  ["a body said to be of 1 TB", send([length(1e12)], "x"), 413],
  ["a body in chunks", send(["Transfer-Encoding: chunked"], "2\r\n{}\r\n0\r\n\r\n"), 413],
  ["a length and chunks", send([length(4), "Transfer-Encoding: chunked"], smuggled), 400],
  ["chunks and a length", send(["Transfer-Encoding: chunked", length(4)], smuggled), 400],
  ["two lengths", send([length(0), length(30)], get("/admin")), 400],
  ["a length with a sign", send([length("+2")], "{}"), 400],
  ["a length that is a list", send([length("2, 2")], "{}"), 400],
  ["chunks, disguised", send(["Transfer-Encoding: xchunked"], smuggled), 400],
  ["chunks, with a tab", send(["Transfer-Encoding:\tchunked"], smuggled), 413],
  [
    "chunks, twice",
    send(["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], smuggled),
    400,
  ],
  [
    "a read with a body that is a request",
    bytes(`GET ${callPath}`, [length(get("/admin").length)], get("/admin")),
    200,
    `GET /calls/${call}`,
  ],
  ["HTTP/2 in the clear", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
];

let server;
before(async () => {
  const proxy = proxyTo(mock, {
    authorize: (request, { route }) => {
      if (!/(^|; )session=alice($|;)/.test(request.headers.get("cookie") ?? "")) return false;
      const filters = route === "screeningResults" ? { filters: { job_source_id: "ours" } } : {};
      return { caller: "alice", ...filters };
    },
  });
  server = http.createServer(nodeHandler(proxy)).listen(0, "127.0.0.1");
  await once(server, "listening");
});
after(() => {
  server.closeAllConnections();
  server.close();
});

// In the clear or as a fetch of the runtime has it; nothing of the attacker's.
const allowed = new Set(
  "host connection accept accept-language accept-encoding authorization sec-fetch-mode user-agent content-length".split(
    " ",
  ),
);

for (const [kind, table] of Object.entries({ paths, queries, methods, headers, origins, bodies })) {
  describe(`Attacks by ${kind}`, () => {
    for (const [name, request, status, reaches] of table) {
      test(name, async () => {
        await mock.reset();
        const answer = await sendRaw(server.address().port, Buffer.from(request, "latin1"));
        assert.equal(answer.status, status, answer.text);
        const log = await mock.log();
        const reached = log.map(
          ({ method, path, query }) => `${method} ${path}${query ? `?${query}` : ""}`,
        );
        assert.deepEqual(reached, reaches ? [reaches] : []);
        for (const { headers } of log) {
          assert.equal(headers.authorization, `Bearer ${key}`);
          assert.equal(headers.accept, "application/json");
          assert.deepEqual(
            Object.keys(headers).filter((header) => !allowed.has(header)),
            [],
          );
        }
        assert.ok(!answer.text.includes(key), "shows the key");
        // The URL of a recording is the vendor's, and the page may see it.
        if (status >= 400)
          assert.ok(!answer.text.includes(String(mock.port)), "shows the API's URL");
        if (
          status >= 400 &&
          !/^HTTP\/1\.1 (400|431)/.test(answer.text) &&
          !request.startsWith("HEAD")
        ) {
          assert.match(answer.head, /content-type: application\/problem\+json/i);
        }
      });
    }
  });
}

test("the table has at least sixty attacks", () => {
  assert.ok([paths, queries, methods, headers, origins, bodies].flat().length >= 60);
});
