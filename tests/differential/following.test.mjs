// Compares followed calls in both versions: updates, polls, waits and ends.

import { test } from "node:test";
import { comesBackSpread } from "./allowed.mjs";
import { fine, json, never, none, raw } from "./answers.mjs";
import { clientOf, slow } from "./clients.mjs";
import { compareStories, every } from "./stories.mjs";

test("both versions follow a call in the same way, however it goes", async () => {
  const details = (fields) => json({ call_id: "c-1", ...fields });
  const going = { call_status: "call_in_progress" };
  const over = { call_status: "call_completed" };
  const lines = ["BOT: Hi.", "\nHUMAN: Hello, I", " am here.", "\nBOT: Good.", "\nHUMAN: Yes."];
  const growing = lines.map((_, index) =>
    details({ ...going, transcript: lines.slice(0, index + 1).join("") }),
  );
  const calls = {
    "one that is over": [details(over)],
    "one that failed": [details({ call_status: "call_failed" })],
    "one that grows": [...growing, details({ ...over, transcript: lines.join("") })],
    "one whose transcript is rewritten": [
      ...growing.slice(0, 3),
      details({ ...going, transcript: "BOT: Hi.\nHUMAN: Other." }),
      details({ ...over, transcript: null }),
    ],
    "one that is assessed later": [
      details(over),
      details({ ...over, call_digest: "d" }),
      details({ ...over, call_digest: "d", call_summary: { a: 1 }, ninjahire_intelligence: "x" }),
    ],
    "one whose score comes": [details(over), details({ ...over, call_score: 0 })],
    "one of unknown status": [details({ call_status: "call_ringing" }), details({}), details(over)],
    "one with unknown fields": [
      details({ ...going, x: 1, y: { a: [1] } }),
      details({ ...going, x: 2, y: { a: [1] } }),
      details({ ...going, y: { a: [1, 2] }, 5: "n" }),
      details({ ...over, recording_url: "https://r/?s=1" }),
    ],
    "one with defects": [
      details({ ...going, call_score: "87" }),
      details({ ...going, call_score: 87, transcript: 5 }),
      details({ ...over, call_score: 101 }),
    ],
    "one that is not there yet": [
      raw("", { status: 404 }),
      raw("", { status: 404 }),
      details(over),
    ],
    "one that is never there": [raw("", { status: 404 })],
    "one that goes away": [details(going), raw("", { status: 404 })],
    "one that is forbidden": [raw("", { status: 403 })],
    "one behind a busy server": [
      details(going),
      raw("", { status: 503, headers: { "retry-after": "20" } }),
      none["an Error"],
      raw("", { status: 429, headers: { "retry-after": "3600" } }),
      details(over),
    ],
    "one behind a slow server": [slow(details(going), 29_000), never, slow(details(over), 5)],
    "one that becomes HTML": [details(going), fine.HTML],
    "one that stays the same": [details(going)],
  };
  const settings = {
    "by default": {},
    "within five minutes": { timeoutMs: 300_000 },
    "until it is assessed": { until: "assessed" },
    "in a hurry": { minIntervalMs: 10, maxIntervalMs: 20, timeoutMs: 300 },
    "at leisure": { minIntervalMs: 5_000, maxIntervalMs: 60_000 },
    "without grace": { notFoundGraceMs: 0 },
    "with intervals the wrong way round": { minIntervalMs: 3_000, maxIntervalMs: 1 },
  };
  const followed = (answers, options) => async (nh, world) => {
    const client = clientOf(nh, world, answers);
    const record = (update) => world.record("update", update);
    await world.attempt("it", () => every(client.watchCall("c-1", options), record));
    world.record("at", Date.now());
    // `waitForCall` waits for the end by itself.
    if (!options.timeoutMs) return;
    await world.attempt("waited for", () => client.waitForCall("c-1", options));
  };
  const twice = (answers) => async (nh, world) => {
    const client = clientOf(nh, world, answers);
    const follow = (what) =>
      world.attempt(what, () =>
        every(client.watchCall("c-1", { timeoutMs: 60_000 }), (update) =>
          world.record(what, update),
        ),
      );
    const first = follow("first");
    await world.pass(700);
    await Promise.all([first, follow("second"), follow("third")]);
  };
  const givenUp = (answers, afterMs) => async (nh, world) => {
    const client = clientOf(nh, world, answers);
    const giveUp = new AbortController();
    const record = (update) => world.record("update", update);
    const options = { signal: giveUp.signal };
    const watching = world.attempt("it", () => every(client.watchCall("c-1", options), record));
    await world.pass(afterMs);
    giveUp.abort(new Error("no longer"));
    await watching;
    world.record("at", Date.now());
  };
  function* scenarios() {
    for (const [what, answers] of Object.entries(calls)) {
      const rules = what.startsWith("one behind a ") ? [comesBackSpread] : [];
      for (const [how, options] of Object.entries(settings)) {
        yield [`${what}, ${how}`, followed(answers, options), rules];
      }
      yield [`${what}, by three`, twice(answers), rules];
      for (const afterMs of [0, 500, 1_500, 20_000]) {
        yield [`${what}, given up after ${afterMs} ms`, givenUp(answers, afterMs), rules];
      }
    }
  }
  await compareStories(scenarios(), 150);
});
