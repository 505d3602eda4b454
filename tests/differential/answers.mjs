/** Answers of servers and gateways. */

const encoder = new TextEncoder();

export const json = (body, init) => () => Response.json(body, init);
export const raw = (body, init) => () => new Response(body, init);

/** A body in these chunks. After them it ends, is cut off, or never ends. */
export const streamed =
  (chunks, end = "close", init) =>
  () => {
    const left = [...chunks];
    const stream = new ReadableStream({
      pull(controller) {
        if (left.length > 0) {
          const chunk = left.shift();
          controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
        } else if (end === "close") controller.close();
        else if (end === "break") controller.error(new TypeError("terminated"));
        else return new Promise(() => {});
      },
    });
    return new Response(stream, init);
  };

export const never = () => new Promise(() => {});
export const rejects = (thrown) => () => Promise.reject(thrown);
export const throws = (thrown) => () => {
  throw thrown;
};

const call = { call_id: "c-1", call_status: "call_completed", call_score: 87, count: 0, data: [] };
const good = JSON.stringify(call);
const half = good.slice(0, 20);

/** Answers of status 2xx. */
export const fine = {
  "a call": json(call),
  "a call and its id": json(call, { headers: { "x-request-id": "r-1" } }),
  "a call with a defect": json({ ...call, call_score: "87", call_digest: 7, status: 5 }),
  "a call as text": raw(good, { headers: { "content-type": "text/plain" } }),
  "a call without a type": raw(encoder.encode(good)),
  "a call called HTML": raw(good, { headers: { "content-type": "text/html; charset=latin1" } }),
  "a call with a byte order mark": raw(`\ufeff${good}`),
  "a call in many chunks": streamed([...good]),
  "a call in bytes that split characters": streamed(
    [...encoder.encode('{"call_id":"é𝄞","data":[]}')].map((byte) => Uint8Array.of(byte)),
  ),
  "a call and empty chunks": streamed(["", good, "", ""]),
  201: json(call, { status: 201 }),
  "202 without a word": raw("", { status: 202 }),
  204: raw(null, { status: 204 }),
  205: raw(null, { status: 205 }),
  206: json(call, { status: 206 }),
  299: json(call, { status: 299 }),
  "200 with Retry-After": json(call, { headers: { "retry-after": "9" } }),
  nothing: raw(""),
  "no body": raw(null),
  null: json(null),
  "an array": json([call]),
  "a number": json(7),
  "no id": json({ status: "initiated" }),
  "an empty id": json({ call_id: "", data: null }),
  "an id that is a number": json({ call_id: 5 }),
  HTML: raw("<!doctype html><title>Sign in</title>", { headers: { "content-type": "text/html" } }),
  "JSON cut off": raw(half),
  "bytes that are no UTF-8": raw(Uint8Array.from([0x7b, 0xff, 0x7d])),
  "a body that breaks off": streamed([half], "break"),
  "a body that breaks at once": streamed([], "break"),
  "a body that never ends": streamed([half], "never"),
  "a body that breaks off after all of it": streamed([good], "break"),
  "a body of 100,000 bytes": raw(`${good.slice(0, -1)},"x":"${"x".repeat(100_000)}"}`),
  "two megabytes in chunks": streamed([
    good.slice(0, -1),
    ...Array.from({ length: 32 }, (_, index) => `,"x${index}":"${"y".repeat(65_000)}"`),
    "}",
  ]),
};

/** No answer. */
export const none = {
  "an Error": rejects(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })),
  "an AbortError": rejects(new DOMException("it was aborted", "AbortError")),
  "an error without a message": rejects(new Error()),
  "an object with a message": rejects({ message: "no route", code: "EHOST" }),
  "a string": rejects("no network"),
  null: rejects(null),
  undefined: rejects(undefined),
  "a number": rejects(5),
  "a symbol": rejects(Symbol("s")),
  "an object without a prototype": rejects(Object.create(null)),
  "a throw": throws(new Error("thrown at once")),
  "nothing at all": never,
};

/** Bodies for answers with a status outside 200–299. */
export const problems = {
  "a problem": json({
    type: "https://problems.example/x",
    title: "It went wrong",
    status: 418,
    detail: "So says the server.",
    instance: "/calls/1",
    trace: { requestId: "t-1", timestamp: "2026", buildId: "b" },
  }),
  "a title alone": json({ title: "It went wrong." }),
  "a detail alone": json({ detail: "Because." }),
  "a message": json({ message: "A message", error: "An error" }),
  "an error": json({ error: "An error" }),
  "an error object": json({ error: { message: "inner" }, trace: "t" }),
  "members of wrong types": json({ title: 5, detail: ["x"], trace: { requestId: 7 } }),
  "null members": json({ title: null, detail: null, message: "m", trace: null }),
  "empty members": json({ title: "", detail: "", trace: { requestId: "" } }),
  "members given twice": raw('{"title":"a","title":"b","detail":"c","detail":7}'),
  "long members": json({ title: "t".repeat(500), detail: "d".repeat(70_000) }),
  "lines and markup": json({ title: "<b>x</b>\n", detail: "line\r\nline\u2028" }),
  "a lone surrogate": raw('{"title":"a\\ud800","detail":"\\ud83d\\ude00"}'),
  "an array": json(["x"]),
  "a string": json("broken"),
  "a number": json(5),
  nothing: raw(""),
  "no body": raw(null),
  whitespace: raw(" \n\t"),
  "plain text": raw("upstream connect error or disconnect/reset before headers. reset reason: x"),
  "text of several lines": raw("first\n\n  second\tthird   "),
  "long text": raw("word ".repeat(100)),
  "long text beyond ASCII": raw("Grüße👩‍💻".repeat(40)),
  "HTML with a title": raw("<html><head><title>502 Bad\n Gateway</title></head><h1>nginx</h1>"),
  "HTML with attributes": raw('<!DOCTYPE html><TITLE lang="en"> Oops &amp; </TITLE><p>Text'),
  "HTML without a title": raw("<html><body><h1>Bad Gateway</h1><p>nginx</p></body>"),
  "HTML with an empty title": raw("<html><title></title><body>Text</body>"),
  "HTML with a title that never ends": raw("<html><title>Never"),
  "HTML with a script": raw("<script>var x = '<title>a</title>'</script>Body"),
  "JSON cut off": raw('{"title":"It went'),
  "JSON with a byte order mark": raw('\ufeff{"title":"marked"}'),
  "bytes that are no UTF-8": raw(Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0xf0, 0x9f])),
  "100,000 bytes": raw("x".repeat(100_000)),
  "a stream of 200,000 bytes": streamed(Array.from({ length: 20 }, () => "y".repeat(10_000))),
  "a body that breaks off": streamed(['{"title":'], "break"),
  "a body that never ends": streamed(['{"title":'], "never"),
  "a deeply nested body": raw(`{"title":"deep","x":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
};

const START = Date.UTC(2026, 0, 5, 12);
const dated = (seconds) => new Date(START + seconds * 1_000).toUTCString();

export const retryAfter = [
  "0",
  "1",
  "2",
  "60",
  "61",
  "120",
  " 3 ",
  "007",
  "-1",
  "+5",
  "1.5",
  "1e3",
  "0x10",
  "",
  "soon",
  "2, 3",
  "99999999999999999999",
  "9".repeat(400),
  dated(2),
  dated(-100),
  dated(0),
  dated(3_600),
  dated(2).toLowerCase(),
  dated(2).replace("GMT", "UTC"),
  dated(2).replace("GMT", "+0100"),
  dated(2).slice(0, 16),
  "2026-01-05T12:00:05Z",
  "Monday, 05-Jan-26 12:00:02 GMT",
  "Mon Jan  5 12:00:02 2026",
  "Mon, 35 Jan 2026 12:00:02 GMT",
  "５",
].filter((value) => /^[\u0020-\u00ff]*$/.test(value));

export const requestIds = [
  { "x-request-id": "x-1" },
  { "zp-rid": "zp-1" },
  { "request-id": "r-1" },
  { "cf-ray": "cf-1" },
  { "cf-ray": "cf-1", "request-id": "r-1", "zp-rid": "zp-1", "x-request-id": "x-1" },
  { "X-REQUEST-ID": "" },
  { "x-request-id": " a b " },
  { "x-amzn-requestid": "unknown" },
];

export const statuses = [
  300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415,
  418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 498, 499, 500, 501, 502, 503, 504, 505, 507,
  508, 511, 520, 522, 524, 530, 598, 599,
];

/** The same answer with another status, or with more headers. */
export const changed =
  (answer, { status, headers }) =>
  async (asked) => {
    const response = await answer(asked);
    const bodiless = status === 304;
    return new Response(bodiless ? null : response.body, {
      status: status ?? response.status,
      headers: [...response.headers, ...Object.entries(headers ?? {})],
    });
  };
