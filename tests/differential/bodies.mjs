/** Well-formed, odd and damaged bodies. The same seed makes the same body. */

import { chance } from "./random.mjs";

export const endpoints = ["instantCall", "callDetails", "screeningResults"];

const texts = [
  "",
  " ",
  "call_completed",
  "call_in_progress",
  "call_failed",
  "call_success",
  "call_inconclusive",
  "call_ringing",
  "outgoing",
  "incoming",
  "BOT: Hello, this is Nina.\nHUMAN: Hi.",
  "[0:01] BOT: Guten Tag.\r\n[0:04] HUMAN: Ja, grüß Gott.",
  "שלום HUMAN: مرحبا",
  "👩‍💻 — 你好\u2028\u2029\u0000\u001f\u007f",
  '[{"question":"Rust?","response":"Yes.","score":8.50}]',
  "https://recordings.example/a b.mp3?x=1&y=%20#z",
  "0c9f2b0e-2f4d-4a57-9d8c-3a1f6f2f0c11",
  "\ufeffmarked",
  "\ud83d",
  "x".repeat(300),
];
const numbers = [
  "0",
  "-0",
  "-0.0",
  "87",
  "87.0",
  "8.7e1",
  "870E-1",
  "100",
  "100.0000",
  "101",
  "-1",
  "87.5",
  "1e2",
  "1E+2",
  "1e999",
  "-1e999",
  "1e-999",
  "42",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "123456789012345678901234567890",
  "0.1",
  "0.30000000000000004",
  "5e-324",
  "2147483648",
];
const keys = [
  "",
  "1",
  "2",
  "0",
  "-1",
  "4294967295",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "then",
  "toJSON",
  "decode_issues",
  "request",
  "Call_Status",
  "call_status ",
  "caf\u00e9",
  "cafe\u0301",
  "a.b[0]",
  "unknown_fields",
  "score",
  "\ud800",
  "x",
];
const report = {
  call_status: "text",
  ninjahire_intelligence: "text",
  call_direction: "text",
  recording_url: "text",
  call_score: "score",
  call_summary: "object",
  call_digest: "text",
  transcript: "text",
  questions_response: "text",
};
const ids = {
  application_id: "text",
  job_id: "text",
  candidate_id: "text",
  application_source_id: "text",
  job_source_id: "text",
  candidate_source_id: "text",
};
const models = {
  instantCall: { status: "text", call_id: "text" },
  callDetails: { call_id: "text", ...report },
  screeningResults: { data: "data", count: "count" },
  result: { call_id: "text", ...ids, ...report },
};

/** Writes random JSON, with all spellings that JSON allows. */
class Writer {
  /** How often a value is odd. */
  #oddity;
  #chance;

  constructor(chance, oddity) {
    this.#chance = chance;
    this.#oddity = oddity;
  }

  #space() {
    return this.#chance.is(0.05) ? this.#chance.pick([" ", "\n", "\t", "\r\n", "  "]) : "";
  }

  string(text) {
    if (!this.#chance.is(0.1)) return JSON.stringify(text);
    const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    const escaped = units.map((unit) =>
      this.#chance.is(0.3)
        ? `\\u${unit.toString(16).padStart(4, "0")}`
        : JSON.stringify(String.fromCharCode(unit)).slice(1, -1).replace("/", "\\/"),
    );
    return `"${escaped.join("")}"`;
  }

  /** Any JSON. */
  any(depth = 0) {
    const { pick, below, is } = this.#chance;
    const kind = below(depth < 4 ? 8 : 5);
    if (kind === 0) return "null";
    if (kind === 1) return pick(["true", "false"]);
    if (kind === 2) return pick(numbers);
    if (kind < 5) return this.string(pick(texts));
    const parts = Array.from({ length: below(4) }, () => this.any(depth + 1));
    if (is(0.5)) return this.#list(parts);
    return this.#object(parts.map((part) => [pick(keys), part]));
  }

  #list(items) {
    return `[${items.map((item) => this.#space() + item + this.#space()).join()}]`;
  }

  #object(members) {
    const written = members.map(
      ([key, value]) => this.#space() + this.string(key) + this.#space() + ":" + value,
    );
    return `{${written.join()}${this.#space()}}`;
  }

  /** A model's object, with missing, odd, unknown and repeated fields. */
  model(name) {
    const { is, pick, below } = this.#chance;
    const members = [];
    for (const [field, type] of Object.entries(models[name])) {
      if (is(this.#oddity * 0.5)) continue;
      members.push([field, is(this.#oddity) ? this.any(1) : this.#fit(type)]);
      if (is(this.#oddity * 0.2)) members.push([field, is(0.5) ? this.any(1) : this.#fit(type)]);
    }
    const isOdd = is(this.#oddity * 2);
    for (let more = isOdd ? below(4) : 0; more > 0; more--) {
      members.splice(below(members.length + 1), 0, [pick(keys), this.any()]);
    }
    if (is(0.3)) members.reverse();
    return this.#object(members);
  }

  #fit(type) {
    const { is, pick, below } = this.#chance;
    if (is(0.1)) return "null";
    if (type === "text") return this.string(pick(texts));
    if (type === "score") return is(0.8) ? String(below(101)) : pick(numbers);
    if (type === "count") return is(0.8) ? String(below(10_000)) : pick(numbers);
    if (type === "object") {
      const rows = Array.from({ length: below(4) }, () => [
        pick(["Skills", "Fit", ...keys]),
        this.any(2),
      ]);
      return this.#object(rows);
    }
    const isItem = () => !is(this.#oddity * 0.3);
    const count = is(0.05) ? 40 : below(5);
    const items = Array.from({ length: count }, () =>
      isItem() ? this.model("result") : this.any(2),
    );
    return this.#list(items);
  }
}

/** Changes bytes as a faulty proxy or a cut connection would. */
function damage(bytes, { is, pick, below }) {
  let damaged = [...bytes];
  for (let edits = 1 + below(3); edits > 0 && damaged.length > 0; edits--) {
    const at = below(damaged.length);
    const length = is(0.7) ? 1 : below(20);
    const marks = [...'{}[]",:\\0e.-+tn \n'].map((mark) => mark.charCodeAt(0));
    const edit = below(6);
    if (edit === 0) damaged.length = at;
    if (edit === 1) damaged.splice(at, length);
    if (edit === 2) damaged.splice(at, 0, pick(marks));
    if (edit === 3) damaged[at] = pick(marks);
    if (edit === 4) damaged[at] = below(256);
    if (edit === 5) damaged.splice(at, 0, ...damaged.slice(at, at + length));
  }
  return Uint8Array.from(damaged);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A string, an `ArrayBuffer` or a `Uint8Array`, some of them a part of a larger buffer. */
export function inForm(bytes, form) {
  if (form === "string") return decoder.decode(bytes);
  if (form === "buffer") return Uint8Array.from(bytes).buffer;
  const larger = new Uint8Array(bytes.length + 7);
  larger.set(bytes, 3);
  return larger.subarray(3, 3 + bytes.length);
}

/** `{ endpoint, body, request }` for a seed. */
export function bodyOf(seed) {
  const by = chance(seed);
  const endpoint = by.pick(endpoints);
  const oddity = by.pick([0, 0.05, 0.2, 0.6]);
  const writer = new Writer(by, oddity);
  let text = by.is(0.03) ? writer.any() : writer.model(endpoint);
  if (by.is(0.05)) text = by.pick(["\ufeff", "\ufeff\ufeff", " ", "\n\t", "\u00a0", "\f"]) + text;
  if (by.is(0.05)) text += by.pick([" ", "\n", "\u0000", "x", "\ufeff", "{}"]);
  let bytes = encoder.encode(text);
  if (by.is(0.3)) bytes = damage(bytes, by);
  const request = by.is(0.2) ? { page: 1 + by.below(9), job_id: "j-1" } : undefined;
  return { endpoint, body: inForm(bytes, by.pick(["string", "buffer", "bytes"])), request };
}

const long = (count, item) => Array.from({ length: count }, (_, index) => item(index)).join();
const nested = (levels, open, close) => open.repeat(levels) + close.repeat(levels);

/** Special bodies by name. Each is decoded for every endpoint. */
export const hardBodies = {
  nothing: "",
  whitespace: " \n",
  "a byte order mark alone": "\ufeff",
  "an HTML page": "<!doctype html><title>Sign in</title><p>Please sign in.",
  "plain text": "upstream connect error or disconnect/reset before headers",
  null: "null",
  true: "true",
  "a string": '"ok"',
  "a number": "42",
  "a number that no double holds": "1e999",
  "an empty object": "{}",
  "an empty array": "[]",
  "an array of calls": '[{"call_id":"c-1"}]',
  "JSON twice": '{"call_id":"c-1"}{"call_id":"c-2"}',
  "a comma too many": '{"call_id":"c-1",}',
  "single quotes": "{'call_id':'c-1'}",
  "a comment": '{"call_id":"c-1"/* */}',
  NaN: '{"call_id":"c-1","call_score":NaN}',
  "a control character in a string": '{"call_id":"c\n1"}',
  "a bad escape": '{"call_id":"\\x63"}',
  "a number with a leading zero": '{"call_id":"c-1","call_score":087}',
  "an empty id": '{"call_id":"","data":[]}',
  "an id that is a number": '{"call_id":7,"data":[]}',
  "an id that is null": '{"call_id":null,"data":[]}',
  "ids twice": '{"call_id":"c-1","call_id":"c-2","data":[],"data":[{"call_id":"c-3"}]}',
  "a good id, then a bad one": '{"call_id":"c-1","call_id":7,"data":[],"data":7}',
  "data that is an object": '{"call_id":"c-1","data":{}}',
  "data that is null": '{"call_id":"c-1","data":null}',
  "items of all kinds": '{"call_id":"c-1","data":[null,1,"a",true,[],{},[{}],{"call_id":null}]}',
  counts: '{"call_id":"c-1","data":[],"count":-1}',
  "a prototype as a key":
    '{"call_id":"c-1","data":[{"__proto__":{"call_score":5}}],"__proto__":{"call_id":"evil","transcript":"x"}}',
  "a prototype as a nested key":
    '{"call_id":"c-1","call_summary":{"__proto__":{"a":1},"constructor":{"prototype":1}},"x":{"__proto__":null},"data":[{"call_summary":{"__proto__":[1]}}]}',
  "fields of our own on the wire":
    '{"call_id":"c-1","decode_issues":[{"path":"x"}],"request":{"page":9},"data":[{"decode_issues":"mine","call_score":"87"}],"count":"5"}',
  "our own fields on the wire, and no issue":
    '{"call_id":"c-1","call_status":"x","decode_issues":7,"request":8,"data":[{"decode_issues":7}],"count":1}',
  "keys that look like integers":
    '{"b":1,"2":1,"a":1,"1":1,"call_id":"c-1","call_summary":{"9":1,"x":2,"1":3},"data":[{"10":1,"9":2}]}',
  "every field of a wrong type":
    '{"call_id":"c-1","call_status":1,"ninjahire_intelligence":[],"call_direction":{},"recording_url":true,"call_score":"87","call_summary":[],"call_digest":1.50,"transcript":["BOT: Hi."],"questions_response":[{"question":"q"}],"data":[{"call_id":1,"application_id":2,"job_id":[],"candidate_id":{},"application_source_id":false,"job_source_id":1e999,"candidate_source_id":-0,"call_summary":"s"}],"count":"1","status":9}',
  "lone surrogates, escaped":
    '{"call_id":"\\ud800","call_status":"a\\udc00b","transcript":"\\ud83d\\ude00\\ud83d","x":"\\udfff","\\ud800":1,"data":[{"job_id":"\\ud800"}]}',
  "pairs that do not match":
    '{"call_id":"\\ud83d\\ud83d\\ude00\\ude00","call_status":"\\ud83dx\\ude00","data":[]}',
  "deep nesting in an unknown part": `{"call_id":"c-1","call_status":"x","data":[],"x":${nested(10_000, "[", "]")}}`,
  "deep nesting of objects in a summary": `{"call_id":"c-1","call_status":"x","call_summary":{"a":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}},"data":[]}`,
  "deep nesting in a result's summary": `{"call_id":"c-1","data":[{"call_summary":{"a":${nested(10_000, "[", "]")}}}]}`,
  "deep nesting in a field of a wrong type": `{"call_id":"c-1","transcript":${nested(10_000, "[", "]")},"data":[]}`,
  "deep nesting that is never closed": "[".repeat(10_000),
  "100,000 unknown fields": `{"call_id":"c-1","call_status":"x","data":[],${long(100_000, (index) => `"k${index}":${index}`)}}`,
  "a summary of 100,000 categories": `{"call_id":"c-1","call_status":"x","data":[],"call_summary":{${long(100_000, (index) => `"k${index}":"${index}"`)}}}`,
  "1,000 results": `{"call_id":"c-1","data":[${long(1_000, (index) => `{"call_id":"c-${index}","call_score":${index % 130}}`)}],"count":1000}`,
  "100 members, each twice": `{"call_id":"c-1","data":[],${long(100, (index) => `"k${index}":1`)},${long(100, (index) => `"k${index}":2`)}}`,
  "a megabyte of transcript": `{"call_id":"c-1","data":[],"transcript":${JSON.stringify("BOT: Grüße, wie geht es Ihnen?\nHUMAN: 好。\n".repeat(20_000))}}`,
};

/** Bytes that are not UTF-8: in a string, in a key, alone, and cut off. */
export const hardBytes = Object.fromEntries(
  Object.entries({
    "a lone continuation byte": [0x80],
    "an overlong form": [0xc0, 0xaf],
    "a surrogate as bytes": [0xed, 0xa0, 0x80],
    "a pair of surrogates as bytes": [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    "beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
    "a form cut off": [0xe2, 0x82],
    "a form cut off by another": [0xf0, 0x9f, 0x98, 0xc3, 0xa9],
    "bytes that are never there": [0xfe, 0xff],
    Latin1: [0xe9, 0x20, 0xfc],
  }).flatMap(([what, broken]) => {
    const around = (before, after) =>
      Uint8Array.from([...encoder.encode(before), ...broken, ...encoder.encode(after)]);
    return [
      [`${what} in a string`, around('{"call_id":"c-', '","call_status":"x","data":[]}')],
      [`${what} in a key`, around('{"call_id":"c-1","data":[],"k', '":1}')],
      [`${what} at the start`, around("", '{"call_id":"c-1","data":[]}')],
      [`${what} at the end`, around('{"call_id":"c-1","data":[]}', "")],
    ];
  }),
);
