// Compares dials in both versions: outcomes, rings, and guards.

import { test } from "node:test";
import { statusOrDeadline } from "./allowed.mjs";
import { changed, fine, json, never, none, problems, raw, statuses } from "./answers.mjs";
import { BASE, clientOf, slow } from "./clients.mjs";
import { compareStories } from "./stories.mjs";

const placed = fine["a call and its id"];

/** A dial, followed by another one, a confirmed one, and one after a while. */
const dialled = (answers, options, pauseMs) => async (nh, world) => {
  const client = clientOf(nh, world, answers, options);
  let redial;
  const dial = (what, options) =>
    world.attempt(what, async () => {
      try {
        return await client.initiateInstantCall(world.application, options);
      } catch (error) {
        redial = error.redialToken ?? redial;
        throw error;
      } finally {
        if (pauseMs) await world.pass(pauseMs);
      }
    });
  await dial("first");
  await dial("second");
  await dial("a wrong token", { redial: "00000000-0000-4000-8000-0000000000ff" });
  if (redial) await dial("meant", { redial });
  await world.pass(30_000);
  await dial("half a minute later");
  await world.pass(61_000);
  await dial("a minute later");
};

const variants = {
  "to a proxy": {},
  "to the vendor": { baseUrl: undefined },
  "with a key": { apiKey: "key" },
  "with a token": { token: () => "token" },
  "without a guard": { redialGuardMs: 0 },
  "with retries and strict": { retries: 5, strict: true, timeoutMs: 2_000 },
  "with an idempotency key": { apiKey: "key", idempotencyKey: true },
  "without an idempotency key": { idempotencyKey: false },
  "with cookies": { credentials: "include" },
  "by GET": { routes: { instantCall: "GET /dial?id={application_id}" } },
};

test("for every answer, a dial has the same outcome and is sent as often", async () => {
  const redirects = [301, 302, 303, 307, 308].map((status) => [
    `a redirect ${status}`,
    raw("", { status, headers: { location: `${BASE}/elsewhere` } }),
  ]);
  const problemStatuses = [400, 408, 409, 429, 499, 500, 503];
  const endless = "a body that never ends";
  const answers = {
    ...fine,
    ...none,
    ...Object.fromEntries(redirects),
    ...Object.fromEntries(
      statuses.map((status) => [status, changed(problems["a problem"], { status })]),
    ),
    ...Object.fromEntries(
      problemStatuses.flatMap((status) =>
        Object.entries(problems)
          .filter(([what]) => what !== endless)
          .map(([what, answer]) => [
            `${status} with ${what}`,
            changed(answer, { status, headers: { "retry-after": "1", "cf-ray": "cf-1" } }),
          ]),
      ),
    ),
  };
  function* scenarios() {
    for (const [what, answer] of Object.entries(answers)) {
      yield [what, dialled([answer])];
      yield [`${what}, then a call`, dialled([answer, placed])];
    }
    for (const status of problemStatuses) {
      const rules = [statusOrDeadline(status)];
      const answer = changed(problems[endless], { status });
      yield [`${status} with ${endless}`, dialled([answer], {}, 1), rules];
      yield [`${status} with ${endless}, then a call`, dialled([answer, placed], {}, 1), rules];
    }
    for (const [how, options] of Object.entries(variants)) {
      for (const what of [
        "a call and its id",
        "no id",
        "HTML",
        "a body that breaks off",
        401,
        404,
        503,
      ]) {
        yield [`${what}, ${how}`, dialled([answers[what]], options)];
        yield [`${what}, then a call, ${how}`, dialled([answers[what], placed], options)];
      }
    }
  }
  await compareStories(scenarios(), 700);
});

test("simultaneous dials share one request, or are refused, in both versions", async () => {
  const together = (answers, options, others) => async (nh, world) => {
    const client = clientOf(nh, world, answers, options);
    const other = others ? clientOf(nh, world, answers, others) : client;
    const dial = (what, from, options) =>
      world.attempt(what, () => from.initiateInstantCall(world.application, options));
    const first = dial("first", client);
    const second = dial("second", other, { timeoutMs: 300 });
    await world.pass(10);
    const third = dial("third", other);
    const elsewhere = world.attempt("another application", () =>
      client.initiateInstantCall(`${world.application}-b`),
    );
    await Promise.all([first, second, third, elsewhere]);
    await dial("afterwards", other);
    await world.pass(70_000);
    await dial("long afterwards", client);
  };
  function* scenarios() {
    const answers = {
      slow: [slow(placed)],
      "too slow": [slow(placed, 60_000)],
      refused: [slow(changed(problems["a problem"], { status: 404 }))],
      broken: [slow(none["an Error"])],
      never: [never],
      "slowly without an id": [slow(json({}))],
    };
    for (const [what, given] of Object.entries(answers)) {
      yield [what, together(given)];
      yield [`${what}, two clients`, together(given, {}, {})];
      yield [`${what}, a client without a guard`, together(given, {}, { redialGuardMs: 0 })];
      yield [`${what}, a hurried client`, together(given, { timeoutMs: 500 }, {})];
    }
  }
  await compareStories(scenarios(), 20);
});

test("an aborted dial has the same error, before it is sent and after", async () => {
  const given = (answers, afterMs, reason, options) => async (nh, world) => {
    const client = clientOf(nh, world, answers, options);
    const giveUp = new AbortController();
    const dial = (what, options) =>
      world.attempt(what, () => client.initiateInstantCall(world.application, options));
    const first = dial("first", { signal: giveUp.signal });
    const stays = afterMs % 2 === 1 ? dial("one that stays") : undefined;
    if (afterMs >= 0) await world.pass(afterMs);
    giveUp.abort(...reason);
    await Promise.all([first, stays]);
    world.record("at", Date.now());
    await dial("second");
    await world.pass(40_000);
    await dial("third");
    await world.pass(70_000);
    await dial("fourth");
  };
  const answers = {
    slow: slow(placed),
    never,
    "a body that never ends": fine["a body that never ends"],
    refused: slow(changed(problems["a problem"], { status: 429 })),
  };
  const slowToken = (world) => async () => (await world.pass(50), "token");
  function* scenarios() {
    for (const [what, answer] of Object.entries(answers)) {
      for (const afterMs of [-1, 0, 1, 20, 51, 500, 1_000, 2_001]) {
        for (const reason of [[], [new Error("no longer")], ["changed my mind"]]) {
          const name = `${what}, given up after ${afterMs} ms (${reason})`;
          yield [name, given([answer], afterMs, reason)];
          const scenario = (nh, world) =>
            given([answer], afterMs, reason, { token: slowToken(world) })(nh, world);
          yield [`${name}, with a slow token`, scenario];
        }
      }
      for (const timeoutMs of [0, 1, 49, 51, 999, 1_001]) {
        yield [`${what} within ${timeoutMs} ms`, dialled([answer, placed], { timeoutMs })];
      }
    }
  }
  await compareStories(scenarios(), 200);
});
