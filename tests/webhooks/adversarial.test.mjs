/** Unusual cases for webhooks. Every test counts the handled events. */

import assert from "node:assert/strict";
import http from "node:http";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { memoryStore } from "../proxy/helpers/package.mjs";
import { sendRaw } from "../proxy/helpers/raw.mjs";
import { serve } from "../proxy/helpers/serve.mjs";
import {
  delivery,
  headersFor,
  hmac,
  listening,
  nodeWebhookHandler,
  outcome,
  secret,
  verifyWebhook,
} from "./helpers/webhooks.mjs";

const bodyOf = (more) => JSON.stringify({ call_id: crypto.randomUUID(), ...more });
const formType = { "content-type": "application/x-www-form-urlencoded" };

/** The code that a delivery is refused with, or nothing. */
const refusedWith = (body, headers, options) =>
  verifyWebhook(body, headers, { secret, ...options }).then(
    () => undefined,
    ({ code, name }) => code ?? name,
  );

describe("forging", () => {
  test("the signature of an empty body is valid for nothing else", async () => {
    const { handler, events } = listening();
    for (const body of [" ", "{}", bodyOf()]) {
      assert.deepEqual(await outcome(await handler(delivery(body, { signed: "" }))), [
        401,
        "signature_mismatch",
      ]);
    }
    assert.equal(events.length, 0);
  });

  test("a body that equals the signed one after JSON.stringify gives exactly the signed event", async () => {
    const signed = '{"call_id":"a","transcript":"BOT: yes"}';
    const { handler, events } = listening();
    const forged = '{"transcript":"BOT: no","call_id":"a","transcript":"BOT: yes","call_id":"a"}';
    // In another order of members: then JSON.stringify makes another text of it.
    assert.equal((await handler(delivery(forged, { signed }))).status, 401);
    const same = '{"call_id":"b","transcript":"BOT: no","call_id":"a","transcript":"BOT: yes"}';
    assert.equal((await handler(delivery(same, { signed }))).status, 200);
    assert.equal((await handler(delivery(signed))).status, 200);
    assert.deepEqual(
      events.map(({ call }) => [call.call_id, call.transcript]),
      [["a", "BOT: yes"]],
    );
  });

  test("a form that JSON could be made of is verified by its bytes only", async () => {
    const { handler, events } = listening();
    const request = delivery(' {"call_id":"x"}', { signed: '{"call_id":"x"}', headers: formType });
    assert.deepEqual(await outcome(await handler(request)), [401, "signature_mismatch"]);
    assert.equal(events.length, 0);
  });

  test("a signed body with another content type is the same event", async () => {
    const body = '{"call_id":"typed"}';
    const { handler, events } = listening();
    assert.deepEqual(await outcome(await handler(delivery(body))), [200, "handled"]);
    assert.deepEqual(await outcome(await handler(delivery(body, { headers: formType }))), [
      200,
      "duplicate",
    ]);
    assert.deepEqual(
      await outcome(await handler(delivery(body, { headers: { "content-type": undefined } }))),
      [200, "duplicate"],
    );
    assert.equal(events.length, 1);
  });

  test("a replay with a new timestamp, in any notation, is a duplicate", async () => {
    const body = bodyOf();
    const { handler, events } = listening();
    await handler(delivery(body));
    const now = Date.now();
    for (const timestamp of [
      now,
      Math.floor(now / 1_000),
      now / 1_000,
      now + 100_000,
      now - 100_000,
    ]) {
      const request = delivery(body, { headers: { "x-ninjahire-timestamp": String(timestamp) } });
      assert.deepEqual(await outcome(await handler(request)), [200, "duplicate"]);
    }
    assert.equal(events.length, 1);
  });

  test("a signature with digits of other scripts, inner spaces or a second prefix is malformed", async () => {
    const body = bodyOf();
    const hex = hmac(body);
    for (const signature of [
      hex.replace(/\d/, "٣"),
      `${hex.slice(0, 32)} ${hex.slice(32)}`,
      `sha256=sha256=${hex}`,
      `sha256:${hex}`,
      `v1=${hex}`,
      `0x${hex}`,
      `${hex}\u0000`,
      hex + hex,
    ]) {
      const headers = { ...headersFor(body), "x-ninjahire-signature": signature };
      assert.equal(await refusedWith(body, headers), "signature_malformed", signature);
    }
  });

  test("a padded prefix of the signature is not valid", async () => {
    const body = bodyOf();
    const hex = hmac(body);
    for (const at of [0, 1, 31, 62, 63]) {
      const other = hex[at] === "0" ? "1" : "0";
      const forged = hex.slice(0, at) + other + hex.slice(at + 1);
      const headers = { ...headersFor(body), "x-ninjahire-signature": forged };
      assert.equal(await refusedWith(body, headers), "signature_mismatch", String(at));
    }
  });

  test("headers whose names are inherited, or symbols, are not read", async () => {
    const body = bodyOf();
    const inherited = Object.create(headersFor(body));
    assert.equal(await refusedWith(body, inherited), "signature_missing");
    assert.equal(await refusedWith(body, {}), "signature_missing");
    assert.equal(await refusedWith(body, new Headers()), "signature_missing");
  });

  test("a signature in two spellings of the header's name is not valid", async () => {
    const body = bodyOf();
    const { "x-ninjahire-signature": signature, ...rest } = headersFor(body);
    const twice = [
      ...Object.entries(rest),
      ["X-NinjaHire-Signature", hmac("other")],
      ["x-ninjahire-signature", signature],
    ];
    assert.equal(await refusedWith(body, twice), "signature_malformed");
  });

  test("an empty list of secrets, or a blank among several, is refused before anything else", async () => {
    for (const none of [[], [secret, " "], new Set([secret]), { 0: secret }]) {
      assert.equal(await refusedWith("{}", headersFor("{}"), { secret: none }), "TypeError");
    }
  });

  test("a secret is not trimmed, nor cut, nor hashed", async () => {
    for (const own of [` ${secret}`, `${secret}\n`, "é🙂", "x".repeat(1_000)]) {
      const headers = { ...headersFor("{}"), "x-ninjahire-signature": hmac("{}", own) };
      assert.equal(await refusedWith("{}", headers, { secret: own }), undefined);
      assert.equal(
        await refusedWith("{}", headers, { secret: own.trim() + "x" }),
        "signature_mismatch",
      );
    }
  });
});

describe("bodies", () => {
  test("invalid UTF-8 is verified as bytes, and the rest is kept", async () => {
    const body = Buffer.concat([
      Buffer.from('{"call_id":"c","x":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    const event = await verifyWebhook(body, headersFor(body), { secret });
    assert.deepEqual([event.call.call_id, event.call.x], ["c", "\uFFFD\uFFFD"]);
  });

  test("a byte order mark before the JSON is ignored", async () => {
    const body = `\uFEFF{"call_id":"c"}`;
    for (const signed of [body, '{"call_id":"c"}']) {
      const event = await verifyWebhook(body, headersFor(signed), { secret });
      assert.equal(event.call.call_id, "c");
    }
  });

  test("a million levels of nesting, huge numbers and a key of a megabyte crash nothing", async () => {
    const { handler, events } = listening();
    for (const body of [
      "[".repeat(1_000_000),
      `{"a":${"[".repeat(1_000_000)}`,
      `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
      `{"a":${"9".repeat(1_000_000)}}`,
      `{"${"k".repeat(1_000_000)}":1}`,
      `{${'"a":1,'.repeat(100_000)}"b":2}`,
    ]) {
      for (const signed of [body, "x"]) {
        const { status } = await handler(delivery(body, { signed }));
        assert.ok([200, 400, 401, 500].includes(status), String(status));
      }
    }
    assert.deepEqual(await outcome(await handler(delivery('{"call_id":"after"}'))), [
      200,
      "handled",
    ]);
    assert.equal(events.at(-1).call.call_id, "after");
  });

  test("members named like object properties are ordinary members", async () => {
    const body = '{"__proto__":{"call_id":"p"},"constructor":1,"toString":2,"call_id":"c"}';
    const { call } = await verifyWebhook(body, headersFor(body), { secret });
    assert.equal(call.call_id, "c");
    assert.equal({}.call_id, undefined);
    assert.equal(call.constructor, 1);
  });

  test("form fields with names of object properties, without values, or with odd encoding are handled", async () => {
    for (const form of [
      "__proto__=x&call_id=c",
      "call_id=c&&=&a",
      "call_id=c&b=%zz",
      "call%5Fid=c",
      "call_id=c&call_score=1e400",
      "call_id=c&call_summary=%7B",
    ]) {
      const { call } = await verifyWebhook(form, headersFor(form, formType), { secret });
      assert.equal(call.call_id, "c", form);
    }
    assert.equal({}.x, undefined);
  });

  test("markup in an event is unchanged text", async () => {
    const transcript = 'BOT: <script>alert(1)</script>\nHUMAN: ${process.env} "quoted" \\u0041';
    const body = bodyOf({ transcript });
    const { call } = await verifyWebhook(body, headersFor(body), { secret });
    assert.equal(call.transcript, transcript);
  });

  test("an event with an envelope keeps all of it", async () => {
    const body = JSON.stringify({ triggered_event: "call_activity", data: { call_id: "c" } });
    const { call } = await verifyWebhook(body, headersFor(body), { secret });
    assert.deepEqual(
      [call.call_id, call.triggered_event, call.data],
      [null, "call_activity", { call_id: "c" }],
    );
  });

  test("a body of exactly the limit is accepted, one byte more is not, in any form", async () => {
    const { handler } = listening({ maxBytes: 100 });
    const body = (length) => `{"call_id":"${"x".repeat(length - 14)}"}`;
    assert.equal((await handler(delivery(body(100)))).status, 200);
    assert.equal((await handler(delivery(body(101)))).status, 413);
    const lies = delivery(body(101), { headers: { "content-length": "5" } });
    assert.equal((await handler(lies)).status, 413);
    const nonsense = delivery(body(90), { headers: { "content-length": "many" } });
    assert.equal((await handler(nonsense)).status, 200);
    const emoji = delivery("🙂".repeat(30));
    assert.equal((await handler(emoji)).status, 413, "bytes, not characters");
  });

  test("a body that is already read, or cut off, is answered and not handled", async () => {
    const { handler, events } = listening();
    const used = delivery(bodyOf());
    await used.text();
    assert.ok((await handler(used)).status >= 400);
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) });
    const request = new Request("https://a.example/", {
      method: "POST",
      body: broken,
      headers: headersFor(""),
      duplex: "half",
    });
    assert.ok((await handler(request)).status >= 400);
    assert.equal(events.length, 0);
  });
});

describe("time", () => {
  test("a timestamp in microseconds, of the year 0 or of the year 10000 is not now", async () => {
    const body = bodyOf();
    for (const timestamp of [`${Date.now()}000`, "0", "253402300800", "1", "00000000000"]) {
      const headers = { ...headersFor(body), "x-ninjahire-timestamp": timestamp };
      assert.equal(await refusedWith(body, headers), "timestamp_not_fresh", timestamp);
    }
  });

  test("a tolerance of 0 accepts only the current second, and NaN is refused", async () => {
    const body = bodyOf();
    const nowMs = 1_764_000_000_000;
    const at = (timestamp) => ({ ...headersFor(body), "x-ninjahire-timestamp": timestamp });
    assert.equal(await refusedWith(body, at("1764000000"), { toleranceMs: 0, nowMs }), undefined);
    assert.equal(
      await refusedWith(body, at("1764000001"), { toleranceMs: 0, nowMs }),
      "timestamp_not_fresh",
    );
    assert.equal(
      await refusedWith(body, at("1764000000"), { toleranceMs: NaN, nowMs }),
      "timestamp_not_fresh",
    );
    assert.throws(() => listening({ toleranceMs: NaN }), TypeError);
  });

  test("with a tolerance of Infinity a replay is still a duplicate", async () => {
    const { handler, events } = listening({ toleranceMs: Infinity });
    const body = bodyOf();
    const old = { headers: { "x-ninjahire-timestamp": "1" } };
    assert.equal((await handler(delivery(body, old))).status, 200);
    assert.deepEqual(
      await outcome(
        await handler(delivery(body, { headers: { "x-ninjahire-timestamp": undefined } })),
      ),
      [200, "duplicate"],
    );
    assert.equal(events.length, 1);
    assert.equal(events[0].timestampMs, null);
  });
});

describe("handling", () => {
  test("an onCall that throws undefined, a text or a Response has failed", async () => {
    for (const thrown of [undefined, null, "x", 0, Response.json({}), new Proxy({}, {})]) {
      const { handler } = listening({
        onCall: () => {
          throw thrown;
        },
      });
      assert.deepEqual(await outcome(await handler(delivery(bodyOf()))), [500, "failed"]);
    }
  });

  test("only a throw or a rejection of onCall is a failure, and not its result", async () => {
    const thenable = { then: (_, reject) => reject(new Error("later")) };
    for (const [value, result] of [
      [false, "handled"],
      [Response.json({}, { status: 500 }), "handled"],
      [thenable, "failed"],
    ]) {
      const { handler } = listening({ onCall: () => value });
      assert.equal((await outcome(await handler(delivery(bodyOf()))))[1], result);
    }
  });

  test("onCall cannot change the answer to another delivery of the event", async () => {
    const seen = [];
    const onCall = (event) => {
      seen.push(structuredClone(event));
      event.id = "changed";
      event.call.call_id = "changed";
      if (seen.length === 1) throw new Error("again");
    };
    const { handler } = listening({ onCall });
    const body = '{"call_id":"c"}';
    await handler(delivery(body));
    await handler(delivery(body));
    await handler(delivery(body));
    assert.deepEqual(
      seen.map(({ id, call }) => [id, call.call_id]),
      Array(2).fill([hmac(body), "c"]),
    );
  });

  test("a hundred different events at once are all handled, each once", async () => {
    const { handler, events } = listening();
    const bodies = Array.from({ length: 100 }, () => bodyOf());
    const answers = await Promise.all(
      [...bodies, ...bodies].map((body) => handler(delivery(body)).then(outcome)),
    );
    assert.equal(events.length, 100);
    assert.equal(answers.filter(([, result]) => result === "handled").length, 100);
    assert.ok(answers.every(([status]) => status === 200));
  });

  test("an event that the store knows without its outcome is not handled", async () => {
    const store = memoryStore();
    const body = bodyOf();
    assert.equal((await listening({ store }).handler(delivery(body))).status, 200);
    const { handler, events } = listening({ store: { ...store, get: () => undefined } });
    const answer = handler(delivery(body)).then(outcome);
    assert.deepEqual(await Promise.race([answer, pause(100, "waits")]), "waits");
    assert.equal(events.length, 0);
  });

  test("a key of another program in the store is not overwritten", async () => {
    const store = { ...memoryStore(), setIfAbsent: () => false, get: () => "something else" };
    const { handler, events } = listening({ store });
    const answer = handler(delivery(bodyOf()));
    assert.equal(await Promise.race([answer, pause(200, "waits")]), "waits");
    assert.equal(events.length, 0);
  });

  test("a full memory store makes the vendor retry, and loses no event", async () => {
    const store = memoryStore({ maxEntries: 1 });
    const { handler, events } = listening({ store });
    const body = bodyOf();
    assert.equal((await handler(delivery(body))).status, 200);
    assert.deepEqual(await outcome(await handler(delivery(bodyOf()))), [503, "store"]);
    assert.deepEqual(await outcome(await handler(delivery(body))), [200, "duplicate"]);
    assert.equal(events.length, 1);
  });

  test("an answer contains nothing of the secret, the event or the error", async () => {
    const { handler } = listening({
      onCall: () => Promise.reject(new Error("at /srv/app.js: password")),
    });
    for (const request of [
      delivery(bodyOf({ transcript: "private" })),
      delivery("x"),
      delivery(bodyOf(), { signed: "y" }),
    ]) {
      const response = await handler(request);
      const text = (await response.text()) + JSON.stringify([...response.headers]);
      for (const word of [secret, "password", "private", "srv"]) assert.ok(!text.includes(word));
      assert.equal(response.headers.get("cache-control"), "no-store");
    }
  });

  test("without onError, errors are logged and refusals are not", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const { handler } = listening({
      onError: undefined,
      onCall: () => Promise.reject(new Error("x")),
    });
    for (let n = 0; n < 10; n++) await handler(delivery(bodyOf(), { signed: "x" }));
    assert.equal(logged.mock.callCount(), 0);
    await handler(delivery(bodyOf()));
    assert.equal(logged.mock.callCount(), 1);
  });
});

describe("over the wire", () => {
  const wire = (body, ...lines) =>
    `POST /hook HTTP/1.1\r\nHost: a\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n${body}`;
  const linesFor = (body) =>
    Object.entries(headersFor(body)).map(([name, value]) => `${name}: ${value}`);
  const start = async (t, options) => {
    const all = listening(options);
    return { ...all, ...(await serve(t, http.createServer(nodeWebhookHandler(all.handler)))) };
  };

  test("a body in chunks, byte by byte, is one body", async (t) => {
    const { port, events } = await start(t);
    const body = '{"call_id":"chunked"}';
    const chunks = [...body].map((char) => `1\r\n${char}\r\n`).join("");
    const answer = await sendRaw(
      port,
      wire(`${chunks}0\r\n\r\n`, ...linesFor(body), "Transfer-Encoding: chunked"),
    );
    assert.equal(answer.status, 200);
    assert.equal(events[0].call.call_id, "chunked");
  });

  test("a second request after the first one's body is a separate request", async (t) => {
    const { port, events } = await start(t);
    const one = '{"call_id":"one"}';
    const two = '{"call_id":"two"}';
    const first = wire(one, ...linesFor(one), `Content-Length: ${one.length}`);
    const forged = wire(two, ...linesFor(one), `Content-Length: ${two.length}`);
    await sendRaw(port, first + forged, { waitMs: 300 });
    assert.deepEqual(
      events.map(({ call }) => call.call_id),
      ["one"],
    );
  });

  test("a header that is sent twice is refused", async (t) => {
    const { port, events } = await start(t);
    const body = bodyOf();
    const lines = linesFor(body);
    const twice = [...lines, lines.find((line) => line.startsWith("x-ninjahire-signature"))];
    const answer = await sendRaw(port, wire(body, ...twice, `Content-Length: ${body.length}`));
    assert.equal(answer.status, 401);
    assert.equal(events.length, 0);
  });

  test("odd methods, targets and hosts are answered", async (t) => {
    const { port, events } = await start(t);
    for (const line of [
      "TRACE /",
      "PROPFIND /",
      "POST //x",
      "POST http://evil.example/",
      "POST *",
      "DELETE /",
    ]) {
      const answer = await sendRaw(
        port,
        `${line} HTTP/1.1\r\nHost: a@b\r\nContent-Length: 0\r\n\r\n`,
      );
      assert.ok(answer.status >= 400, line);
    }
    assert.equal(events.length, 0);
  });

  test("a slow sender does not delay others", async (t) => {
    const { port, url, events } = await start(t);
    const body = bodyOf();
    void sendRaw(port, wire("{", ...linesFor(body), "Content-Length: 100"), { waitMs: 1_000 });
    const sent = await fetch(url, { method: "POST", body, headers: headersFor(body) });
    assert.equal(sent.status, 200);
    assert.equal(events.length, 1);
  });
});
