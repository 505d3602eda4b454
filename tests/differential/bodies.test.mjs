// Compares the decoders of both versions. `SEED=… BODIES=1` repeats a single body.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, endpoints, hardBodies, hardBytes, inForm } from "./bodies.mjs";
import { Differences } from "./compare.mjs";
import { versions } from "./versions.mjs";

const { old, current } = await versions();
const first = Number(process.env.SEED ?? 1);
const count = Number(process.env.BODIES ?? 20_000);

/** The results of decoding a body with a version, leniently and strictly. */
function decoded(nh, endpoint, body, request) {
  const decode = (options) => {
    const copy = body instanceof ArrayBuffer ? body.slice(0) : body;
    try {
      return nh.decode[endpoint](copy, options);
    } catch (error) {
      return error;
    }
  };
  const given = endpoint === "screeningResults" && request ? { request } : {};
  const lenient = decode(request ? given : undefined);
  return {
    lenient,
    strict: decode({ ...given, strict: true }),
    issues: lenient.decode_issues ?? [],
  };
}

function compare(differences, name, endpoint, body, request) {
  const was = decoded(old, endpoint, body, request);
  const is = decoded(current, endpoint, body, request);
  differences.compare(name, was, is, { input: shown(body) });
  return was.lenient;
}

const shown = (body) => (typeof body === "string" ? body : new TextDecoder().decode(body));

test("hard bodies have the same result, for every endpoint and in every form", () => {
  const differences = new Differences();
  for (const [name, body] of Object.entries({ ...hardBodies, ...hardBytes })) {
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    for (const [index, endpoint] of endpoints.entries()) {
      const forms = ["string", "buffer", "bytes"];
      // Large bodies take long, so each endpoint gets only one form.
      for (const form of bytes.length > 50_000 ? [forms[index]] : forms) {
        compare(differences, `${name}, ${endpoint}, ${form}`, endpoint, inForm(bytes, form));
      }
    }
  }
  const unpaired = '{"call_id":"\ud800","call_status":"\udc00\ud800","x":"\ud83d","data":[]}';
  for (const endpoint of endpoints) {
    compare(differences, `lone surrogates in a string, ${endpoint}`, endpoint, unpaired);
  }
  differences.end();
});

test(`${count} random bodies have the same result`, () => {
  const differences = new Differences();
  const seen = { read: 0, "with issues": 0, refused: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const { endpoint, body, request } = bodyOf(seed);
    const value = compare(differences, `seed ${seed}, ${endpoint}`, endpoint, body, request);
    if (value instanceof Error) seen.refused += 1;
    else if (value.decode_issues) seen["with issues"] += 1;
    else seen.read += 1;
  }
  differences.end(count);
  if (count < 1_000) return;
  for (const [what, bodies] of Object.entries(seen)) {
    assert.ok(bodies > count / 10, `only ${bodies} bodies were ${what}`);
  }
});
