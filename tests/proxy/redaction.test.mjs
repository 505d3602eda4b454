/** The key is in no answer, in any form in which the API may send it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "./helpers/mock.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
const apiKey = 'sk_live/5f2b+9c1e"7a&d4\\b6=c8';

beforeEach(() => mock.reset());

const hex = (char) => char.charCodeAt(0).toString(16).padStart(2, "0");
const each = (form) => (key) => [...key].map(form).join("");
/** Forms of the key inside a JSON string. */
const forms = {
  "as it is": (key) => JSON.stringify(key).slice(1, -1),
  "with escaped slashes": (key) => JSON.stringify(key).slice(1, -1).replaceAll("/", "\\/"),
  "in \\u escapes": each((char) => `\\u00${hex(char)}`),
  "in \\u escapes, in capitals": each((char) => `\\u00${hex(char).toUpperCase()}`),
  "URL-encoded": encodeURIComponent,
  "URL-encoded in lower case": (key) =>
    encodeURIComponent(key).replace(/%../g, (code) => code.toLowerCase()),
  "URL-encoded twice": (key) => encodeURIComponent(encodeURIComponent(key)),
  "all of it URL-encoded": each((char) => `%${hex(char)}`),
  "as HTML": (key) =>
    JSON.stringify(key.replaceAll("&", "&amp;").replaceAll('"', "&quot;")).slice(1, -1),
  "in HTML's decimal references": each((char) => `&#${char.charCodeAt(0)};`),
  "in HTML's hexadecimal references": each((char) => `&#x${hex(char)};`),
  "as JSON in JSON": (key) => JSON.stringify(JSON.stringify(key)).slice(1, -1),
  "in base64": btoa,
  "in base64 with a user": (key) => btoa(`:${key}`),
  "in base64 with another user": (key) => btoa(`me:${key}`),
  "in base64 after Bearer": (key) => btoa(`Bearer ${key}`),
  "in base64url": (key) => btoa(`x${key}`).replaceAll("+", "-").replaceAll("/", "_"),
  "in base64, URL-encoded": (key) => encodeURIComponent(btoa(key)),
  "partly escaped": (key) =>
    JSON.stringify(key).slice(1, -1).replace("5", "\\u0035").replace("9", "%39"),
};

/** Whether decoding a text gives 8 consecutive characters of the key. */
function shows(text) {
  const decodings = [
    (t) => t,
    (t) => t.replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
    (t) => t.replace(/%([\da-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
    (t) => t.replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
    (t) => t.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
    (t) => t.replaceAll("\\", ""),
    (t) => t.replaceAll("&amp;", "&").replaceAll("&quot;", '"'),
  ];
  const texts = [text];
  for (let round = 0; round < 3; round++) {
    for (const known of [...texts]) {
      for (const decode of decodings) {
        const next = decode(known);
        if (!texts.includes(next)) texts.push(next);
      }
    }
  }
  for (const run of text
    .replaceAll("%2F", "/")
    .replaceAll("%2B", "+")
    .match(/[\w+/-]{8,}/g) ?? []) {
    for (let cut = 0; cut < 4; cut++) {
      texts.push(Buffer.from(run.slice(cut), "base64").toString("latin1"));
    }
  }
  const wanted = apiKey.replaceAll("\\", "");
  return texts.some((t) =>
    Array.from({ length: wanted.length - 8 }, (_, at) => wanted.slice(at, at + 8)).some((part) =>
      t.replaceAll("\\", "").includes(part),
    ),
  );
}

for (const [name, form] of Object.entries(forms)) {
  test(`the key ${name} is in no refusal, no answer and no answer of a dial`, async () => {
    assert.ok(shows(form(apiKey)), "the test can see it");
    const quoted = `before ${form(apiKey)} after`;
    const raw_body = `{"call_id": "c-1", "data": [], "detail": "${quoted}"}`;
    JSON.parse(raw_body);
    const proxy = proxyTo(mock, { apiKey });
    const answers = [];
    await mock.fault({ status: 401, raw_body, content_type: "application/problem+json" });
    answers.push(await parseAnswer(await proxy(requestFor("/calls"))));
    await mock.fault({ status: 401, raw_body, content_type: "application/json" });
    answers.push(await parseAnswer(await proxy(dialRequest(application))));
    await mock.fault({ raw_body });
    answers.push(await parseAnswer(await proxy(dialRequest(application))));
    await mock.fault({ raw_body });
    answers.push(await parseAnswer(await proxy(requestFor("/calls"))));
    await mock.fault({ raw_body, pace: { bytes: 7, every_ms: 1 } });
    answers.push(await parseAnswer(await proxy(requestFor("/calls"))));
    await mock.fault({ raw_body });
    const checked = proxyTo(mock, { apiKey, authorizeResponse: () => true });
    answers.push(await parseAnswer(await checked(requestFor("/calls"))));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 401, 200, 200, 200, 200],
    );
    for (const { body, json } of answers) {
      assert.ok(!shows(body), body);
      assert.match(
        json.detail,
        /^before .*\[redacted\].* after$/,
        "the rest is there, and is JSON",
      );
    }
  });
}

test("a streamed body without the key is forwarded byte for byte", async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 256);
  const fetch = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 3) % 5_003) {
            controller.enqueue(bytes.slice(at, at + size));
          }
          controller.close();
        },
      }),
    );
  const response = await proxyTo(mock, { apiKey, fetch })(requestFor("/calls"));
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
});

test("a streamed body loses only the key, with any chunks", async () => {
  const text = `\uFEFF{"a":"é🙂${apiKey.slice(0, 5)}","b":"${apiKey}","c":"${btoa(apiKey)}","d":"ü"}`;
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 16, 1_000]) {
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size)
          controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const fetch = async () => new Response(chunks);
    const response = await proxyTo(mock, { apiKey, fetch })(requestFor("/calls"));
    const body = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    assert.match(
      body,
      /^\uFEFF\{"a":"é🙂sk_li","b":"\[redacted\]","c":"\[redacted\].{0,3}","d":"ü"\}$/,
      String(size),
    );
  }
});

test("the key is in no forwarded header", async () => {
  const key = "sk_live_5f2b9c1e7a3d";
  for (const name of ["x-request-id", "zp-rid", "request-id", "cf-ray", "retry-after"]) {
    for (const status of [200, 429, 503]) {
      await mock.fault({
        status,
        headers: { [name]: `r-${key}`, ...(name !== "x-request-id" && { "x-request-id": null }) },
      });
      const answer = await parseAnswer(await proxyTo(mock, { apiKey: key })(requestFor("/calls")));
      assert.ok(!JSON.stringify(answer.headers).includes("5f2b9c1e"), name);
    }
  }
});

test("a key as short as a word removes no words from transcripts", async () => {
  await mock.fault({ replace_json: { data: [{ transcript: "BOT: the key of the door" }] } });
  const answer = await parseAnswer(await proxyTo(mock, { apiKey: "key" })(requestFor("/calls")));
  assert.equal(answer.json.data[0].transcript, "BOT: the key of the door");
});
