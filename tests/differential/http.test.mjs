// Compares both versions with the same answers: errors field by field, the number and times of requests, and events.

import { test } from "node:test";
import {
  changed,
  fine,
  json,
  never,
  none,
  problems,
  raw,
  requestIds,
  retryAfter,
  statuses,
} from "./answers.mjs";
import { clientOf } from "./clients.mjs";
import { compareStories, every } from "./stories.mjs";

const reads = {
  details: (client, options) => client.getCallDetails("c-1", options),
  list: (client, options) => client.listScreeningResults({ job_id: "j-1" }, options),
};

/** A read that gets these answers. */
const reading = (name, answers, options, readOptions) => async (nh, world) => {
  const asking = clientOf(nh, world, answers, options);
  await world.attempt(name, () => reads[name](asking, readOptions));
};

/** Both reads, patient and impatient, for every answer. */
function* both(what, answers) {
  for (const name of Object.keys(reads)) {
    yield [`${name}: ${what}`, reading(name, answers)];
    yield [
      `${name}, once, strictly: ${what}`,
      reading(name, answers, { retries: 0, strict: true }),
    ];
  }
}

test("answers of 2xx have the same result, whatever their body", async () => {
  function* scenarios() {
    for (const [what, answer] of Object.entries(fine)) {
      yield* both(what, [answer]);
      for (const maxResponseBytes of [0, 19, 20, 21, 99_999, 1_000_000]) {
        const scenario = reading("details", [answer], { maxResponseBytes });
        yield [`at most ${maxResponseBytes} bytes of ${what}`, scenario];
      }
    }
  }
  await compareStories(scenarios(), 300);
});

test("without an answer, the error is the same", async () => {
  function* scenarios() {
    for (const [what, answer] of Object.entries(none)) {
      yield* both(what, [answer]);
      yield* both(`${what}, then a call`, [answer, fine["a call"]]);
    }
  }
  await compareStories(scenarios(), 20);
});

test("every status is the same error, and is retried as often", async () => {
  function* scenarios() {
    for (const status of statuses) {
      yield* both(status, [changed(problems["a problem"], { status })]);
      yield* both(`${status} without a body`, [raw(null, { status })]);
      yield* both(`${status}, then a call`, [raw("no", { status }), fine["a call"]]);
      const headers = { location: "https://elsewhere.example/calls/1", "retry-after": "3" };
      yield* both(`${status} with headers`, [raw("no", { status, headers })]);
    }
    yield ["a network error as a response", reading("details", [() => Response.error()])];
  }
  await compareStories(scenarios(), 700);
});

test("problem bodies are parsed in the same way", async () => {
  function* scenarios() {
    for (const [what, answer] of Object.entries(problems)) {
      for (const status of [302, 400, 401, 403, 404, 429, 500, 503]) {
        yield* both(`${status} with ${what}`, [changed(answer, { status })]);
      }
    }
    for (const headers of requestIds) {
      for (const answer of [fine["a call"], problems["a problem"], problems["empty members"]]) {
        const status = answer === fine["a call"] ? 200 : 404;
        yield* both(JSON.stringify(headers), [changed(answer, { status, headers })]);
      }
    }
  }
  await compareStories(scenarios(), 1_000);
});

test("a Retry-After has the same effect", async () => {
  function* scenarios() {
    for (const value of retryAfter) {
      for (const status of [404, 429, 503]) {
        const busy = raw("", { status, headers: { "retry-after": value } });
        yield* both(`${status}, ${value}`, [busy]);
        yield* both(`${status}, ${value}, then a call`, [busy, fine["a call"]]);
        for (const options of [{ maxRetryAfterMs: 500 }, { timeoutMs: 1_500 }, { retries: 5 }]) {
          yield [
            `${status}, ${value}, ${JSON.stringify(options)}`,
            reading("details", [busy], {}, options),
          ];
        }
      }
    }
  }
  await compareStories(scenarios(), 800);
});

test("an aborted read ends at the same moment, in the same way", async () => {
  const slow = async ({ world }) => (
    await world.pass(1_000),
    Response.json({ call_id: "c", data: [] })
  );
  const busy = raw("", { status: 503, headers: { "retry-after": "5" } });
  const given = (answers, afterMs, reason, options) => async (nh, world) => {
    const giveUp = new AbortController();
    const asking = clientOf(nh, world, answers, options);
    const asked = world.attempt("it", () =>
      asking.getCallDetails("c-1", { signal: giveUp.signal }),
    );
    await world.pass(afterMs);
    giveUp.abort(...reason);
    await asked;
    world.record("at", Date.now());
    await world.pass(20_000);
  };
  function* scenarios() {
    const answers = {
      slow: [slow],
      busy: [busy],
      never: [never],
      body: [fine["a body that never ends"]],
    };
    for (const [what, given_] of Object.entries(answers)) {
      for (const afterMs of [0, 1, 999, 1_000, 1_001, 4_999, 6_000, 31_000]) {
        for (const reason of [
          [],
          [new Error("no longer")],
          ["a string"],
          [null],
          [{ code: "x" }],
        ]) {
          yield [`${what} after ${afterMs}, ${reason}`, given(given_, afterMs, reason)];
        }
        yield [`${what}, timeout`, given(given_, afterMs, [], { timeoutMs: 700 })];
        const token = async () => await new Promise(() => {});
        yield [`${what}, no token`, given(given_, afterMs, [], { token })];
      }
    }
  }
  await compareStories(scenarios(), 200);
});

test("tokens are requested, renewed and shared in the same way", async () => {
  const refused = raw("", { status: 401 });
  const tokens = (world, ...given) => {
    let asked = 0;
    return async () => {
      world.record("token", ++asked);
      await world.pass(10);
      return given[Math.min(asked, given.length) - 1];
    };
  };
  const scenario = (answers, given, use) => async (nh, world) => {
    const asking = clientOf(nh, world, answers, { token: tokens(world, ...given) });
    await use(asking, world);
  };
  const one = (client, world) => world.attempt("it", () => client.getCallDetails("c-1"));
  const dial = (client, world) =>
    world.attempt("dial", () => client.initiateInstantCall(world.application));
  const three = (client, world) =>
    Promise.all(["a", "b", "c"].map((id) => world.attempt(id, () => client.getCallDetails(id))));
  function* scenarios() {
    const answers = {
      fine: [fine["a call"]],
      "401 once": [refused, fine["a call"]],
      "401 twice": [refused, refused, fine["a call"]],
      "401, then 503": [refused, raw("", { status: 503 }), fine["a call"]],
      "503, then 401": [raw("", { status: 503 }), refused, fine["a call"]],
    };
    for (const [what, given] of Object.entries(answers)) {
      for (const tokens of [
        ["t-1", "t-2", "t-3"],
        ["t-1", ""],
        ["t-1", 5],
        ["t-1", "Bearer t"],
      ]) {
        yield [`${what}, ${tokens}`, scenario(given, tokens, one)];
        yield [`${what}, ${tokens}, three at once`, scenario(given, tokens, three)];
        yield [`${what}, ${tokens}, a dial`, scenario(given, tokens, dial)];
      }
    }
  }
  await compareStories(scenarios(), 50);
});

test("listings request the same pages", async () => {
  const results = (from, to) =>
    Array.from({ length: to - from }, (_, index) => ({ call_id: `c-${from + index}` }));
  const page = (data, count) => json({ data, count });
  const listings = {
    "two pages": [page(results(0, 10), 15), page(results(10, 15), 15)],
    "one page": [page(results(0, 3), 3)],
    "no result": [page([], 0)],
    "no count": [page(results(0, 10)), page(results(10, 12))],
    "a count too high": [page(results(0, 10), 99), page([], 99)],
    "a count too low": [page(results(0, 10), 5), page(results(10, 20), 5)],
    "the same page for ever": [page(results(0, 10), 1_000)],
    "pages that overlap": [page(results(0, 10), 18), page(results(8, 18), 18)],
    "no ids": [page([{}, {}, {}], 25), page([{}], 25), page([], 25)],
    "no ids and no count": [page(Array(10).fill({})), page([{}])],
    defects: [page([...results(0, 9), 5], "x"), page([null, { call_score: "87" }])],
    "an error on the second page": [page(results(0, 10), 30), raw("no", { status: 404 })],
    "an error that passes": [
      page(results(0, 10), 12),
      raw("", { status: 503 }),
      page(results(10, 12), 12),
    ],
    "no data on the second page": [page(results(0, 10), 30), json({ count: 30 })],
  };
  const walk = (answers, filters, options, strict) => async (nh, world) => {
    const listing = clientOf(nh, world, answers, { strict }).screeningResults(filters, options);
    await world.attempt("results", () =>
      every(listing, (result) => world.record("result", result)),
    );
    world.record("seen", [listing.seen, listing.count]);
    await world.attempt("pages", () => every(listing.pages()));
    world.record("seen", [listing.seen, listing.count]);
  };
  const some = (answers, most) => async (nh, world) => {
    const listing = clientOf(nh, world, answers).screeningResults();
    await world.attempt("some", async () => {
      for await (const result of listing) {
        world.record("result", result);
        if (listing.seen >= most) break;
      }
    });
    world.record("seen", [listing.seen, listing.count]);
  };
  function* scenarios() {
    for (const [what, answers] of Object.entries(listings)) {
      yield [what, walk(answers)];
      yield [`${what}, strictly`, walk(answers, {}, {}, true)];
      yield [`${what}, from page 3`, walk(answers, { page: 3, size: 5, job_id: "j-1" })];
      yield [`${what}, once`, walk(answers, { size: 100 }, { retries: 0, timeoutMs: 500 })];
      for (const most of [1, 10, 11]) yield [`${what}, ${most} of them`, some(answers, most)];
    }
  }
  await compareStories(scenarios(), 90);
});

test("the plain functions use the configured client in the same way", async () => {
  const use = (options) => async (nh, world) => {
    if (options) {
      const settings = { fetch: world.fetch(fine["a call"]), onEvent: world.onEvent };
      await world.attempt("new, configured", () => nh.configure({ ...settings, ...options }));
    }
    await world.attempt("details", () => nh.getCallDetails("c-1"));
    await world.attempt("list", () => nh.listScreeningResults({ size: 5 }, { retries: 0 }));
    await world.attempt("dial", () => nh.initiateInstantCall(world.application));
    await world.attempt("a bad id", () => nh.getCallDetails(""));
  };
  await compareStories([
    ["nothing configured", use()],
    ["a proxy configured", use({ baseUrl: "https://ats.example" })],
    ["a bad option configured", use({ routes: { callDetails: "GET /calls" } })],
    ["another bad option configured", use({ retries: -1 })],
    ["a key configured", use({ apiKey: "key", headers: { "x-a": "b" } })],
  ]);
});
