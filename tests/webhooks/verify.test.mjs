/** Verification and decoding of webhooks. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  WebhookError,
  headersFor,
  hmac,
  nowInSeconds,
  secret,
  signWebhook,
  verifyWebhook,
} from "./helpers/webhooks.mjs";

const payload = {
  call_id: "c-1",
  call_status: "call_completed",
  call_score: 87,
  transcript: "BOT: Grüß Gott 🙂\nHUMAN: Hi.",
  tenant_field: { kept: [1, null] },
};
const body = JSON.stringify(payload);

const refusal = (code) => (error) => {
  assert.ok(error instanceof WebhookError && error instanceof Error);
  assert.equal(error.code, code);
  assert.ok(!error.message.includes(secret));
  return true;
};

test("a signed webhook is a typed event", async () => {
  const event = await verifyWebhook(body, headersFor(body), { secret });
  assert.equal(event.id, hmac(body));
  assert.ok(Math.abs(event.timestampMs - Date.now()) < 5_000);
  const { call } = event;
  assert.deepEqual(
    [call.call_id, call.call_status, call.call_score, call.transcript, call.tenant_field],
    ["c-1", "call_completed", 87, payload.transcript, payload.tenant_field],
  );
  assert.equal(call.call_digest, null, "every field is there");
  assert.equal(call.decode_issues, undefined);
});

test("a defective field is reported by its path in the payload, and hides nothing", async () => {
  const odd = JSON.stringify({ call_id: 7, call_score: "87", call_digest: "fine" });
  const { call } = await verifyWebhook(odd, headersFor(odd), { secret });
  assert.deepEqual([call.call_id, call.call_score, call.call_digest], [null, null, "fine"]);
  assert.deepEqual(call.decode_issues.map(({ path }) => path).sort(), ["call_id", "call_score"]);
});

test("body and headers are accepted in every form that servers use", async () => {
  const bytes = new TextEncoder().encode(body);
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes, 4);
  for (const raw of [body, bytes, bytes.buffer, Buffer.from(body), padded.subarray(4, -4)]) {
    const headers = headersFor(body);
    for (const form of [
      headers,
      new Headers(headers),
      Object.entries(headers),
      new Map(Object.entries(headers)),
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
      ),
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    ]) {
      assert.equal((await verifyWebhook(raw, form, { secret })).call.call_id, "c-1");
    }
  }
});

test("the signed text may be the bytes, or their JSON.stringify", async () => {
  const pretty = JSON.stringify(payload, null, 2);
  for (const signed of [pretty, body]) {
    const { call } = await verifyWebhook(pretty, headersFor(signed), { secret });
    assert.equal(call.call_score, 87);
  }
  const escaped = body.replace("🙂", "\\ud83d\\ude42").replace("87", "87.0");
  assert.equal((await verifyWebhook(escaped, headersFor(body), { secret })).call.call_score, 87);
});

test("the signed text is decoded, and not the body", async () => {
  // The signature is that of the second `call_id` alone.
  const raw = `{"call_id":"forged","transcript":"forged","call_id":"c-1","transcript":"real"}`;
  const signed = `{"call_id":"c-1","transcript":"real"}`;
  const { call } = await verifyWebhook(raw, headersFor(signed), { secret });
  assert.deepEqual([call.call_id, call.transcript], ["c-1", "real"]);
  assert.ok(!JSON.stringify(call).includes("forged"));
});

test("a signature is hexadecimal in any case, with or without its prefix, and nothing else", async () => {
  const hex = hmac(body);
  for (const signature of [hex, hex.toUpperCase(), `sha256=${hex}`, `SHA256=${hex}`, ` ${hex} `]) {
    const headers = headersFor(body, { "x-ninjahire-signature": signature });
    assert.equal((await verifyWebhook(body, headers, { secret })).id, hex);
  }
  for (const [signature, code] of [
    [undefined, "signature_missing"],
    ["", "signature_missing"],
    [Buffer.from(hex, "hex").toString("base64"), "signature_malformed"],
    [hex.slice(1), "signature_malformed"],
    [`${hex}0`, "signature_malformed"],
    [`sha1=${hex}`, "signature_malformed"],
    [`${hex}, ${hex}`, "signature_malformed"],
    [[hex, hex], "signature_malformed"],
    [hmac(body, "other"), "signature_mismatch"],
    ["0".repeat(64), "signature_mismatch"],
    [hmac(`${body} `), "signature_mismatch"],
  ]) {
    const headers = headersFor(body, { "x-ninjahire-signature": signature });
    await assert.rejects(
      verifyWebhook(body, headers, { secret }),
      refusal(code),
      String(signature),
    );
  }
});

test("a timestamp is in seconds or milliseconds, and fresh", async () => {
  const nowMs = 1_764_000_000_000;
  for (const [timestamp, code] of [
    ["1764000000"],
    ["1764000000000"],
    ["1764000000.25"],
    ["1763999701"],
    ["1764000299999"],
    ["1763999699", "timestamp_not_fresh"],
    ["1764000301", "timestamp_not_fresh"],
    ["0", "timestamp_not_fresh"],
    ["9999999999999999", "timestamp_not_fresh"],
    ["", "timestamp_missing"],
    [undefined, "timestamp_missing"],
    ["now", "timestamp_malformed"],
    ["-1764000000", "timestamp_malformed"],
    ["1.764e9", "timestamp_malformed"],
    ["0x6923e280", "timestamp_malformed"],
    ["2025-11-24T16:00:00Z", "timestamp_malformed"],
    ["1764000000, 1764000000", "timestamp_malformed"],
  ]) {
    const headers = headersFor(body, { "x-ninjahire-timestamp": timestamp });
    const verified = verifyWebhook(body, headers, { secret, nowMs });
    if (code) await assert.rejects(verified, refusal(code), timestamp);
    else assert.ok(Math.abs((await verified).timestampMs - nowMs) <= 300_000, timestamp);
  }
  const headers = headersFor(body, { "x-ninjahire-timestamp": undefined });
  const unlooked = await verifyWebhook(body, headers, { secret, toleranceMs: Infinity });
  assert.equal(unlooked.timestampMs, null);
});

test("a form is read by its fields", async () => {
  const form = new URLSearchParams({
    call_id: "c-1",
    call_score: "87",
    call_summary: '{"Communication":"clear"}',
    transcript: "BOT: Hi & bye\nHUMAN: ü=1",
    questions_response: '[{"question":"Q","score":"1"}]',
    tenant_field: "7",
  }).toString();
  const headers = headersFor(form, {
    "content-type": "application/x-www-form-urlencoded; charset=utf-8",
  });
  const { call } = await verifyWebhook(form, headers, { secret });
  assert.deepEqual(
    [call.call_id, call.call_score, call.call_summary, call.tenant_field],
    ["c-1", 87, { Communication: "clear" }, "7"],
  );
  assert.equal(call.transcript, "BOT: Hi & bye\nHUMAN: ü=1");
  assert.equal(call.questions_response, '[{"question":"Q","score":"1"}]');
  assert.equal(call.decode_issues, undefined);
});

test("a repeated field of a form is reported", async () => {
  const form = "call_id=a&call_id=b&call_digest=x";
  const headers = headersFor(form, { "content-type": "application/x-www-form-urlencoded" });
  const { call } = await verifyWebhook(form, headers, { secret });
  assert.deepEqual([call.call_id, call.call_digest], [null, "x"]);
  assert.equal(call.decode_issues[0].path, "call_id");
});

test("of a form only the raw bytes can have been signed", async () => {
  const headers = headersFor('"x"', { "content-type": "application/x-www-form-urlencoded" });
  await assert.rejects(verifyWebhook(' "x" ', headers, { secret }), refusal("signature_mismatch"));
});

test("a signed body that is not an object is refused", async () => {
  for (const text of ["", "null", "7", '"x"', "[]", "[{}]", "{", "{}{}", "<xml/>", "\u0000"]) {
    await assert.rejects(
      verifyWebhook(text, headersFor(text), { secret }),
      refusal("body_unreadable"),
      JSON.stringify(text),
    );
  }
  assert.equal((await verifyWebhook("{}", headersFor("{}"), { secret })).call.call_id, null);
});

test("a body that is too long is refused before it is parsed", async () => {
  await assert.rejects(
    verifyWebhook(body, headersFor(body), { secret, maxBytes: 10 }),
    refusal("body_too_large"),
  );
});

test("a secret is required, and may be one of several", async () => {
  for (const missing of [undefined, "", " ", [], [""], ["a", undefined], 7, null, {}]) {
    await assert.rejects(
      verifyWebhook(body, headersFor(body), { secret: missing }),
      /^TypeError: webhooks: secret is missing/,
    );
  }
  const { call } = await verifyWebhook(body, headersFor(body), { secret: ["next", secret] });
  assert.equal(call.call_id, "c-1");
  await assert.rejects(
    verifyWebhook(body, headersFor(body), { secret: ["next", "other"] }),
    refusal("signature_mismatch"),
  );
});

test("verifyWebhook accepts the result of signWebhook, which equals that of Node's HMAC", async () => {
  for (const raw of [body, "é🙂", "", new TextEncoder().encode(body)]) {
    const headers = await signWebhook(raw, { secret });
    assert.equal(headers["x-ninjahire-signature"], hmac(raw));
    assert.ok(Math.abs(Number(headers["x-ninjahire-timestamp"]) - Number(nowInSeconds())) <= 1);
  }
  const headers = await signWebhook(body, { secret, timestampMs: 1_764_000_000_999 });
  assert.equal(headers["x-ninjahire-timestamp"], "1764000000");
  await assert.rejects(signWebhook(body, { secret: "" }), TypeError);
});

const table = JSON.parse(
  readFileSync(new URL("../conformance/webhooks.json", import.meta.url), "utf8"),
);
for (const { body: given, signed } of table.cases) {
  test(`${JSON.stringify(given)} may be signed as ${signed ?? "itself only"}`, async () => {
    let text;
    try {
      text = JSON.stringify(JSON.parse(given));
    } catch {
      // No JSON.
    }
    assert.equal(text, signed, "the table is right");
    const verified = verifyWebhook(given, headersFor(signed ?? "x"), { secret });
    const isObject = signed?.startsWith("{");
    if (isObject) assert.ok((await verified).call);
    else await assert.rejects(verified, refusal(signed ? "body_unreadable" : "signature_mismatch"));
  });
}
