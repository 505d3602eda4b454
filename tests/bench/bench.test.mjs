// The benchmark's corpora, the comparison of its contestants, and its verdicts.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { corpus } from "./corpora/index.mjs";
import * as decode from "./engine/decode.mjs";
import { difference } from "./engine/difference.mjs";
import { interleave } from "./engine/interleave.mjs";
import { matchTurns } from "./engine/turns.mjs";
import * as cold from "./tables/cold.mjs";
import * as decodeTable from "./tables/decode.mjs";
import * as elementsTable from "./tables/elements.mjs";
import * as turnsTable from "./tables/turns.mjs";

const ours = await import(pathToFileURL(join(process.env.NINJAHIRE_PKG, "index.node.js")).href);
await ours.init();

const sizes = { page: 2_400_000, call: 50_000, turns: 1_000_000 };

for (const [kind, size] of Object.entries(sizes)) {
  for (const script of ["ascii", "mixed"]) {
    test(`${kind}, ${script}: the corpus has its size and its script, and is always the same`, () => {
      const bytes = corpus(kind, script);
      assert.ok(Math.abs(bytes.length / size - 1) < 0.05, `${bytes.length} bytes`);
      assert.equal(bytes.toString("latin1") === bytes.toString(), script === "ascii");
      assert.ok(bytes.equals(corpus(kind, script)));
    });
  }
}

test("turns have 5 to 35 words, and some have a second line", () => {
  const turns = matchTurns(corpus("turns", "ascii").toString());
  const words = turns.map(({ text }) => text.split(/\s+/).length);
  assert.equal(Math.min(...words), 5);
  assert.equal(Math.max(...words), 35);
  const twoLines = turns.filter(({ text }) => text.includes("\n")).length / turns.length;
  assert.ok(twoLines > 0.05 && twoLines < 0.2, `${twoLines}`);
});

test("every decoder validates: a score that is a text is refused", () => {
  const body = corpus("call", "ascii")
    .toString()
    .replace(/"call_score":\d+/, '"call_score":"87"');
  const all = decode.contestants("call", Buffer.from(body), ours);
  assert.throws(all.valibot);
  assert.throws(all.zod);
  assert.equal(all["ninjahire-calls"]().decode_issues[0].path, "call_score");
});

test("a difference is found at any position, and only null may be added", () => {
  const expected = { data: [{ score: 1, text: "a" }] };
  const found = (result) => difference(expected, { data: [result] });
  assert.equal(found({ score: 1, text: "a" }), undefined);
  assert.equal(found({ score: 1, text: "a", more: null }), undefined);
  assert.equal(found({ score: 1, text: "a", more: 2 }), "$.data.0.more");
  assert.equal(found({ score: "1", text: "a" }), "$.data.0.score");
  assert.equal(found({ score: 1 }), "$.data.0.text");
  assert.equal(difference(expected, { data: [] }), "$.data.0");
  assert.equal(difference(expected, { data: [...expected.data, null] }), "$.data.1");
});

test("every contestant is measured in every round", () => {
  const runs = { a: 0, b: 0 };
  const samples = interleave({ a: () => (runs.a += 1), b: () => (runs.b += 1) }, 3);
  assert.deepEqual([samples.a.length, samples.b.length], [3, 3]);
  assert.ok(runs.a > 3 && runs.b > 3);
});

/** The verdicts of a part for rounds with equal times. */
const verdicts = ({ tables }, measured) => tables(measured)[0].rows.map((row) => row.at(-1));

test("decoding misses its goal by a hundredth, or by being slower than valibot and 0.2", () => {
  const run = (kind, ours, valibot) => ({
    engine: "Node",
    kind,
    script: "ascii",
    samples: { "JSON.parse": [1], valibot: [valibot], zod: [1], "ninjahire-calls": [ours] },
  });
  const runs = [run("page", 1.3, 1.1), run("page", 1.31, 1.2), run("call", 1.35, 1.1)];
  assert.deepEqual(verdicts(decodeTable, runs), ["ok", "missed", "missed"]);
});

test("turns miss their goal by a hundredth", () => {
  const run = (script, ours) => ({
    engine: "Node",
    script,
    samples: { matchAll: [1], "lazy matchAll": [4], "ninjahire-calls": [ours] },
  });
  const runs = [run("ascii", 0.8), run("ascii", 0.81), run("mixed", 1.1), run("mixed", 1.11)];
  assert.deepEqual(verdicts(turnsTable, runs), ["ok", "missed", "ok", "missed"]);
});

test("a cold start is judged with the wasm preloaded", () => {
  const run = (megabits, preloaded) => ({
    network: { name: "", megabits },
    sizes: {},
    samples: Object.fromEntries(
      Object.entries({
        "ky + { z }": 100,
        "ky + * as z": 50,
        "ky + valibot": 90,
        "ninjahire-calls": 200,
        "ninjahire-calls, preloaded": preloaded,
      }).map(([name, turns]) => [name, [{ script: 1, call: 2, turns }]]),
    ),
  });
  const runs = [run(10, 100), run(10, 101), run(1.6, 110), run(1.6, 111)];
  const whole = ["ok", "missed", "ok", "missed"];
  const expected = whole.flatMap((verdict) => [verdict, "missed"]);
  assert.deepEqual(verdicts(cold, runs), expected);
});

test("the elements are judged by their share of plain DOM, and by the median of their longest tasks", () => {
  const shares = { plain: [100], paint: [100], turns: [11], text: [10], key: [10.6] };
  const round = { plain: 80, opened: 60, masked: 100, unmasked: 101, searched: 0, key: 0 };
  const tables = elementsTable.tables({ shares, tasks: { longCall: [round], hugeCall: [round] } });
  const [byShare, byTask] = tables.map(({ rows }) => rows.map((row) => row.at(-1)));
  assert.deepEqual(byShare, ["ok", "missed", "ok", "missed"]);
  assert.deepEqual(byTask.slice(0, 5), ["missed", "ok", "missed", "ok", "ok"]);
  assert.deepEqual(byTask.slice(5), ["ok", "ok", "missed", "ok", "ok"]);
});
