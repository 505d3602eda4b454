/** Values for options and arguments: valid, of a wrong type, out of range, and odd. */

class Settings {
  timeoutMs = 500;
  get retries() {
    return 0;
  }
}

const throws = () => {
  throw new Error("it throws");
};

/** Each use makes a new value, because some values change. */
export const values = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  0: () => 0,
  "-0": () => -0,
  1: () => 1,
  2: () => 2,
  100: () => 100,
  101: () => 101,
  "-1": () => -1,
  0.5: () => 0.5,
  1000: () => 1_000,
  "the smallest number": () => 5e-324,
  NaN: () => NaN,
  Infinity: () => Infinity,
  "-Infinity": () => -Infinity,
  "2³¹": () => 2 ** 31,
  "2³² - 1": () => 2 ** 32 - 1,
  "2³²": () => 2 ** 32,
  "2⁵³": () => 2 ** 53,
  "1e300": () => 1e300,
  "a BigInt": () => 1n,
  "an empty string": () => "",
  "a space": () => " ",
  "a string": () => "text",
  "a string of digits": () => "5",
  "a string beyond ASCII": () => "Grüße 👩‍💻",
  "a lone surrogate": () => "a\ud800",
  "a string with a line break": () => "a\r\nb: c",
  "a NUL": () => "a\0b",
  "a long string": () => "x".repeat(5_000),
  ended: () => "ended",
  assessed: () => "assessed",
  omit: () => "omit",
  "same-origin": () => "same-origin",
  include: () => "include",
  "a path": () => "/a/../b",
  "two dots": () => "..",
  "a symbol": () => Symbol("s"),
  "a function": () => () => "given",
  "an async function": () => async () => "given",
  "a function that throws": () => throws,
  "a class": () => Settings,
  "an empty object": () => ({}),
  "an object": () => ({ a: 1 }),
  "an object without a prototype": () => Object.create(null),
  "an instance of a class": () => new Settings(),
  "an empty array": () => [],
  "an array": () => ["a", 1],
  "a Map": () => new Map([["retries", 0]]),
  "a Date": () => new Date(0),
  "a regular expression": () => /a/,
  "a String object": () => new String("text"),
  "a Number object": () => new Number(5),
  "a Boolean object": () => new Boolean(true),
  "a promise": () => Promise.resolve("text"),
  "a proxy of an object": () => new Proxy({ a: 1 }, {}),
  "a proxy of a function": () => new Proxy(() => "given", {}),
  "an object with toString": () => ({ toString: () => "text", valueOf: () => 5 }),
  "an object whose toString throws": () => ({ toString: throws, a: 1 }),
  "a Headers object": () => new Headers({ "x-a": "b" }),
  "a URL": () => new URL("https://ats.example/api"),
  bytes: () => new Uint8Array([123, 125]),
  "a signal": () => new AbortController().signal,
  "a signal that is aborted": () => AbortSignal.abort(new Error("no longer wanted")),
  "a signal that is aborted without a reason": () => AbortSignal.abort(),
  "what looks like a signal": () => ({ aborted: false, addEventListener() {}, reason: 1 }),
};

/** Objects with one property that is defined in an odd way. `name` and `value` are those of the property. */
export const holders = {
  "a plain object": (name, value) => ({ [name]: value }),
  "an object without a prototype": (name, value) =>
    Object.assign(Object.create(null), { [name]: value }),
  "an inherited property": (name, value) => Object.create({ [name]: value }),
  "a property that is not enumerable": (name, value) =>
    Object.defineProperty({}, name, { value, enumerable: false }),
  "a getter": (name, value) => ({
    get [name]() {
      return value;
    },
  }),
  "a getter that throws": (name) => ({
    get [name]() {
      return throws();
    },
  }),
  "an instance of a class with a field": (name, value) =>
    new (class Options {
      [name] = value;
    })(),
  "an instance of a class with a getter": (name, value) =>
    new (class Options {
      get [name]() {
        return value;
      }
    })(),
  "a frozen object": (name, value) => Object.freeze({ [name]: value }),
  "a proxy": (name, value) => new Proxy({ [name]: value }, {}),
  "a proxy whose get throws": (name, value) => new Proxy({ [name]: value }, { get: throws }),
  "a proxy that makes its answer up": (name, value) =>
    new Proxy({}, { get: (_, asked) => (asked === name ? value : undefined) }),
  "a function with a property": (name, value) => Object.assign(() => {}, { [name]: value }),
  "an array with a property": (name, value) => Object.assign([], { [name]: value }),
  "a property beside a symbol": (name, value) => ({ [name]: value, [Symbol("other")]: 1 }),
  "a property beside an unknown one": (name, value) => ({ [name]: value, [`${name}X`]: 1 }),
  "a property in capitals": (name, value) => ({ [name.toUpperCase()]: value }),
  "a property beside __proto__": (name, value) =>
    JSON.parse(`{"${name}":${JSON.stringify(value) ?? null},"__proto__":{}}`),
};

/** Ids, including some that a path or a query might misread. */
export const ids = [
  "c-1",
  "0c9f2b0e-2f4d-4a57-9d8c-3a1f6f2f0c11",
  "a/b",
  "a?b#c",
  ".",
  "..",
  "...",
  "%2e",
  "%2e%2e",
  "{call_id}",
  " c ",
  "\ufeff",
  "\u00a0\u2003",
  "\u200b",
  "+&=;",
  "~-._!*'()",
  "é𝄞",
  "\\",
  "__proto__",
];

export const baseUrls = [
  "https://ats.example",
  "https://ats.example/",
  "https://ats.example/api//",
  "HTTPS://ats.example",
  "http://ats.example",
  "http://localhost:3000/x",
  "http://127.0.0.1",
  "http://[::1]:80",
  "http://sub.localhost",
  "http://localhost.evil.example",
  "https://",
  "https:///x",
  "https://key@ats.example",
  "https://ats.example/a@b",
  "https://ats.example/?a=1",
  "https://ats.example/#a",
  "https://a b",
  "https://a\\b",
  "https://[",
  "https://ats.example:99999",
  "//ats.example",
  "/api/ninjahire",
  "./api",
  "api",
  "ftp://x",
  "javascript:alert(1)",
  " https://ats.example",
  "https://münchen.example/ä",
];

export const templates = [
  "GET /call?call_id={call_id}",
  "POST /call/{call_id}/details?x=1",
  "PUT /c/{call_id}",
  "PATCH /c/{call_id}",
  "DELETE /c/{call_id}",
  "get /c/{call_id}",
  "POST /dial?application_id={application_id}",
  "GET /dial/{application_id}",
  "GET /list?x=1",
  "POST /list",
  "GET /{}",
  "GET /{call_id",
  "GET /call_id}",
  "GET /{call_id}{call_id}",
  "GET /{application_id}/{call_id}",
  "GET  /{call_id}",
  "GET /{call_id} ",
  "GET/{call_id}",
  "/calls/{call_id}",
  "GET calls/{call_id}",
  "GET /../{call_id}",
  "GET /./{call_id}",
  "GET //evil.example/{call_id}",
  "GET /%2e/{call_id}",
  "GET /{call_id}#x",
  "GET /a\\{call_id}",
  "GET /ä/{call_id}",
  "GET /\n{call_id}",
  "GET https://evil.example/{call_id}",
];
