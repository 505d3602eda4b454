/** The handler never rejects, even where the owner's functions, the store or the platform fail. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import { memoryStore } from "./helpers/package.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer, reportedErrors } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

test("a Response that authorize returns repeatedly is sent each time, with its body", async () => {
  const no = Response.json({ title: "Sign in" }, { status: 401, headers: { "x-own": "1" } });
  const proxy = proxyTo(mock, { authorize: () => no });
  for (let n = 0; n < 3; n++) {
    const answer = await parseAnswer(await proxy(requestFor("/calls")));
    assert.deepEqual(
      [answer.status, answer.json.title, answer.headers["x-own"]],
      [401, "Sign in", "1"],
    );
  }
  assert.deepEqual(await mock.log(), []);
});

test("of a Response whose body is already read, the status is sent", async () => {
  const used = new Response("sign in", { status: 401 });
  await used.text();
  const locked = new Response("sign in", { status: 403 });
  locked.body.getReader();
  for (const response of [used, locked]) {
    for (const authorize of [() => response, () => Promise.reject(response)]) {
      for (const request of [requestFor("/calls"), dialRequest(application)]) {
        const answer = await parseAnswer(await proxyTo(mock, { authorize })(request));
        assert.deepEqual([answer.status, answer.type], [response.status, "refused"]);
      }
    }
  }
  assert.deepEqual(await mock.log(), []);
});

test("a damaged record is a known decision with an unknown outcome", async () => {
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"x"',
    "{}",
    JSON.stringify({ application, caller: "" }),
    JSON.stringify({ application, caller: "", at: "yesterday" }),
    JSON.stringify({
      application,
      caller: "",
      at: 1,
      answer: { status: 99, headers: {}, body: "" },
    }),
    JSON.stringify({
      application,
      caller: "",
      at: 1,
      answer: { status: 204, headers: {}, body: "x" },
    }),
    JSON.stringify({
      application,
      caller: "",
      at: 1,
      answer: { status: 200, headers: { "a b": "" } },
    }),
    JSON.stringify({ application, caller: "", at: 1, answer: "yes" }),
  ]) {
    const store = { ...memoryStore(), get: () => text, setIfAbsent: () => false };
    const proxy = proxyTo(mock, { store, timeoutMs: 300 });
    const answer = await parseAnswer(await proxy(dialRequest(application)));
    assert.equal(answer.type, "dial-outcome-unknown", text);
  }
  assert.deepEqual(await mock.log(), []);
});

test("onError that throws or rejects, and waitUntil that throws, change nothing", async () => {
  const unhandled = [];
  const listener = (error) => unhandled.push(error);
  process.on("unhandledRejection", listener);
  try {
    for (const onError of [
      () => {
        throw new Error("onError");
      },
      () => Promise.reject(new Error("onError")),
    ]) {
      const proxy = proxyTo(mock, { onError, authorize: () => Promise.reject(new Error("no")) });
      assert.equal((await proxy(requestFor("/calls"))).status, 403);
    }
    const waiting = [];
    const refuses = proxyTo(mock, { authorize: () => false });
    await refuses(dialRequest(application), { waitUntil: (work) => void waiting.push(work) });
    await Promise.all(waiting);
    const context = {
      waitUntil: () => {
        throw new Error("waitUntil");
      },
    };
    assert.equal((await proxyTo(mock)(dialRequest(application), context)).status, 200);
    await pause(20);
    assert.deepEqual(unhandled, []);
  } finally {
    process.off("unhandledRejection", listener);
  }
});

test("an invalid Request gets an answer", async () => {
  for (const request of [
    {},
    { url: "x" },
    { url: "https://ats.example/api/ninjahire/calls", method: "GET" },
    { url: 7, headers: new Headers() },
    null,
  ]) {
    const { status } = await proxyTo(mock, { cors: { origins: ["https://a.example"] } })(request);
    assert.ok(status >= 400, String(status));
  }
});

test("a result of authorize that throws when it is read is a 403", async () => {
  const trap = new Proxy(
    {},
    {
      has: () => {
        throw new Error("has");
      },
    },
  );
  const getter = Object.defineProperty({}, "caller", {
    get: () => {
      throw new Error("get");
    },
    enumerable: true,
  });
  for (const decision of [trap, getter, Object.create(null), new Proxy(Response.json({}), {})]) {
    const answer = await parseAnswer(
      await proxyTo(mock, { authorize: () => decision })(requestFor("/calls")),
    );
    assert.equal(answer.status, 403);
  }
  assert.deepEqual(await mock.log(), []);
});

test("a fetch that throws synchronously, or returns nothing, gives an answer", async () => {
  for (const fetch of [
    () => {
      throw new Error("fetch");
    },
    () => undefined,
    async () => null,
    async () => ({}),
  ]) {
    const proxy = proxyTo(mock, { fetch });
    assert.equal((await parseAnswer(await proxy(requestFor("/calls")))).status, 502);
    const dialled = await parseAnswer(await proxy(dialRequest(application)));
    assert.deepEqual([dialled.status, dialled.type], [502, "dial-outcome-unknown"]);
  }
});
