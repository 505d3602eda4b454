/** Authorization: anything but a clear yes is a no, and nothing is sent. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "./helpers/mock.mjs";
import { allowAnyone } from "./helpers/package.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer, reportedErrors } from "./helpers/serve.mjs";

const mock = await startMock();
const [application, another] = mock.applications;
const [{ call_id: call }] = mock.calls;

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

const requests = [
  () => requestFor("/calls?page=1"),
  () => requestFor(`/calls/${call}`),
  () => dialRequest(application),
];

test("authorize gets the request, the route and the parameters", async () => {
  const seen = [];
  const authorize = (request, asked) => (seen.push([request.headers.get("cookie"), asked]), true);
  const proxy = proxyTo(mock, { authorize });
  await parseAnswer(
    await proxy(requestFor("/calls?page=1&job_id=j", { headers: { cookie: "a=1" } })),
  );
  await parseAnswer(await proxy(requestFor(`/calls/${call}`)));
  await parseAnswer(await proxy(dialRequest(application)));
  assert.deepEqual(seen, [
    ["a=1", { route: "screeningResults", params: {}, query: { page: "1", job_id: "j" } }],
    [null, { route: "callDetails", params: { call_id: call }, query: {} }],
    [null, { route: "instantCall", params: { application_id: application }, query: {} }],
  ]);
});

test("allowAnyone allows anyone", async () => {
  const proxy = proxyTo(mock, { authorize: allowAnyone });
  for (const request of requests)
    assert.equal((await parseAnswer(await proxy(request()))).status, 200);
});

for (const [name, decision] of Object.entries({
  false: () => false,
  nothing: () => undefined,
  null: () => null,
  "a text": () => "yes",
  "a number": () => 1,
  "a throw": () => {
    throw new Error("secret session detail");
  },
  "a rejection": () => Promise.reject(new Error("secret session detail")),
  "a caller that is undefined": () => ({ caller: undefined }),
  "a caller that is empty": () => ({ caller: "" }),
  "a caller that is an object": () => ({ caller: { id: 1 } }),
  "a filter that is undefined": () => ({ filters: { job_id: undefined } }),
  "a filter that is blank": () => ({ filters: { job_id: " " } }),
  "a filter that does not exist": () => ({ filters: { jobId: "j" } }),
  "filters that are undefined": () => ({ filters: undefined }),
  "a Response of 200": () => Response.json({ call_id: "not one" }),
  "an empty object": () => ({}),
  "another library's Response": () => ({ status: 401, headers: new Headers(), body: null }),
  "filters that are empty": () => ({ filters: {} }),
  "filters that are a number": () => ({ filters: 7 }),
  "a thrown Response of 200": () => Promise.reject(Response.json({ call_id: "not one" })),
  "a thrown redirect": () => Promise.reject(Response.redirect("https://ats.example/login")),
  "a redirect": () => Response.redirect("https://ats.example/login"),
})) {
  test(`${name} is a 403 and nothing is sent`, async () => {
    const proxy = proxyTo(mock, { authorize: decision });
    for (const request of requests) {
      const answer = await parseAnswer(await proxy(request()));
      assert.deepEqual([answer.status, answer.type], [403, "forbidden"]);
      assert.ok(!answer.body.includes("secret"));
    }
    assert.deepEqual(await mock.log(), []);
  });
}

test("a refusal has its reason, and nothing is sent", async () => {
  const refusals = [
    [{ refuse: "no_consent", message: "Florida requires recorded consent." }, "no_consent"],
    [{ refuse: "outside_hours" }, "outside_hours"],
    [{ refuse: "on_vacation", message: "Back on Monday.", caller: "ann" }, "on_vacation"],
  ];
  for (const [decision, reason] of refusals) {
    const proxy = proxyTo(mock, { authorize: () => decision });
    for (const request of requests) {
      const { status, json, headers } = await parseAnswer(await proxy(request()));
      assert.equal(status, 403);
      assert.equal(headers["content-type"], "application/problem+json");
      assert.deepEqual(json, {
        type: "urn:ninjahire-calls:refused",
        title: "This call was refused",
        status: 403,
        ...(decision.message && { detail: decision.message }),
        reason,
      });
    }
  }
  for (const decision of [
    { refuse: undefined },
    { refuse: "" },
    { refuse: " " },
    { refuse: true },
    { refuse: "a\nb" },
    { refuse: "x", message: 7 },
    { refuse: undefined, caller: "ann" },
  ]) {
    const { status, type } = await parseAnswer(
      await proxyTo(mock, { authorize: () => decision })(dialRequest(application)),
    );
    assert.deepEqual([status, type], [403, "forbidden"]);
  }
  assert.deepEqual(await mock.log(), []);
});

test("an error of authorize goes to onError", async () => {
  await proxyTo(mock, { authorize: () => Promise.reject(new Error("no session")) })(
    requestFor("/calls"),
  );
  assert.match(String(reportedErrors[0]), /no session/);
});

test("a Response of authorize is the answer", async () => {
  const authorize = () =>
    Response.json(
      { title: "Sign in" },
      { status: 401, headers: { "set-cookie": "a=; Max-Age=0" } },
    );
  const answer = await parseAnswer(await proxyTo(mock, { authorize })(requestFor("/calls")));
  assert.deepEqual([answer.status, answer.json.title], [401, "Sign in"]);
  assert.equal(answer.headers["set-cookie"], "a=; Max-Age=0");
  assert.equal(answer.headers["cache-control"], "no-store");
});

test("a thrown Response of 400 or more is the answer", async () => {
  const authorize = () => Promise.reject(new Response("sign in", { status: 401 }));
  const answer = await parseAnswer(await proxyTo(mock, { authorize })(requestFor("/calls")));
  assert.deepEqual([answer.status, answer.body], [401, "sign in"]);
});

test("authorize that takes too long is a 403, and nothing is sent", async () => {
  const authorize = () => new Promise(() => {});
  const answer = await parseAnswer(
    await proxyTo(mock, { authorize, timeoutMs: 50 })(dialRequest(application)),
  );
  assert.equal(answer.status, 403);
  assert.deepEqual(await mock.log(), []);
});

test("filters are added to a listing; another value of the same filter is refused", async () => {
  const proxy = proxyTo(mock, { authorize: () => ({ filters: { job_id: "ours" } }) });
  assert.equal((await parseAnswer(await proxy(requestFor("/calls?page=1")))).status, 200);
  assert.equal(
    (await parseAnswer(await proxy(requestFor("/calls?page=1&job_id=ours")))).status,
    200,
  );
  assert.equal((await proxy(requestFor("/calls?page=1&job_id=theirs"))).status, 403);
  assert.deepEqual(
    (await mock.log()).map(({ query }) => query),
    ["page=1&job_id=ours", "page=1&job_id=ours"],
  );
});

test("filters that cannot be enforced refuse, and onError gets the reason", async () => {
  const proxy = proxyTo(mock, { authorize: () => ({ filters: { job_id: "ours" } }) });
  assert.equal((await proxy(requestFor(`/calls/${call}`))).status, 403);
  assert.match(String(reportedErrors.at(-1)), /authorizeResponse/);
  assert.equal((await proxy(dialRequest(application))).status, 403);
  assert.match(String(reportedErrors.at(-1)), /instantCall/);
  const byApplication = proxyTo(mock, {
    authorize: () => ({ filters: { application_id: application } }),
  });
  assert.equal((await byApplication(dialRequest(application))).status, 200);
  assert.equal((await byApplication(dialRequest(another))).status, 403);
  assert.equal((await mock.counts()).instant_calls_received, 1);
});

test("authorizeResponse gets every call before the browser does", async () => {
  const seen = [];
  const authorizeResponse = (item, context) => {
    seen.push([item.call_id, context.route, context.caller]);
    return true;
  };
  const proxy = proxyTo(mock, { authorize: () => ({ caller: "ann" }), authorizeResponse });
  const details = await parseAnswer(await proxy(requestFor(`/calls/${call}`)));
  const listing = await parseAnswer(await proxy(requestFor("/calls?page=1&size=3")));
  assert.equal(details.json.call_id, call);
  assert.deepEqual(seen, [
    [call, "callDetails", "ann"],
    ...listing.json.data.map((item) => [item.call_id, "screeningResults", "ann"]),
  ]);
});

test("a call that authorizeResponse refuses replaces the whole answer by a 403", async () => {
  const { json } = await parseAnswer(await proxyTo(mock)(requestFor("/calls?page=1&size=3")));
  for (const authorizeResponse of [
    (item) => item.call_id !== json.data[2].call_id && item.call_id !== call,
    () => undefined,
    () => "yes",
    () => Promise.reject(new Error("database")),
  ]) {
    const proxy = proxyTo(mock, { authorizeResponse });
    for (const path of ["/calls?page=1&size=3", `/calls/${call}`]) {
      const answer = await parseAnswer(await proxy(requestFor(path)));
      assert.deepEqual([answer.status, answer.type], [403, "forbidden"]);
    }
  }
  const refuses = proxyTo(mock, { authorizeResponse: () => false });
  await mock.fault({ replace_json: { data: "none" } });
  assert.equal((await refuses(requestFor("/calls"))).status, 403, "no list, nothing to check");
  await mock.fault({ raw_body: "{" });
  assert.equal((await refuses(requestFor("/calls"))).status, 502, "no JSON");
  await mock.fault({ body_bytes: 17 * 2 ** 20, chunked: true });
  assert.equal((await refuses(requestFor("/calls"))).status, 502, "too long to check");
});

/** Answers of the API, and whether a user who may see only their own calls may see them. */
const theirs = { call_id: "theirs", transcript: "secret" };
const mine = { call_id: "mine", transcript: "BOT: Hi" };
for (const [name, path, body, isSeen] of [
  ["a call", "/calls/mine", mine, true],
  ["another call than was asked for", "/calls/mine", theirs, false],
  ["a call within a call", "/calls/mine", { ...mine, previous: [[{ deep: theirs }]] }, false],
  ["a list where a call belongs", "/calls/mine", [mine], false],
  ["a text where a call belongs", "/calls/mine", "theirs", false],
  ["nothing where a call belongs", "/calls/mine", null, false],
  ["a listing where a call belongs", "/calls/mine", { data: [theirs] }, false],
  ["a listing", "/calls", { data: [mine, mine], count: 2 }, true],
  ["an empty listing", "/calls", { data: [], count: 0 }, true],
  ["a listing with another's call", "/calls", { data: [mine, theirs] }, false],
  ["a listing with an item that is no call", "/calls", { data: [mine, null] }, false],
  ["a listing with a list in it", "/calls", { data: [[theirs]] }, false],
  ["a listing with a text in it", "/calls", { data: ["theirs"] }, false],
  ["a call beside the listing", "/calls", { data: [mine], latest: theirs }, false],
  [
    "a call in a member of a prototype's name",
    "/calls",
    JSON.parse('{"data":[],"__proto__":{"call_id":"theirs"}}'),
    false,
  ],
  ["a list in place of a listing", "/calls", [theirs], false],
  ["a call in place of a listing", "/calls", mine, false],
]) {
  test(`with authorizeResponse, ${name} is ${isSeen ? "sent" : "withheld"}`, async () => {
    const authorizeResponse = (item) => item.call_id === "mine";
    const fetch = async () => new Response(JSON.stringify(body));
    const answer = await parseAnswer(
      await proxyTo(mock, { authorizeResponse, fetch })(requestFor(path)),
    );
    assert.equal(answer.status, isSeen ? 200 : 403);
    if (isSeen) assert.deepEqual(answer.json, body);
    else assert.ok(!answer.body.includes("theirs") && !answer.body.includes("secret"));
  });
}

test("with authorizeResponse, only the checked value is sent", async () => {
  const texts = [
    '{"data":[{"call_id":"theirs","transcript":"secret"}],"data":[]}',
    '{"data":[{"call_id":"theirs","call_id":"mine","transcript":"secret","transcript":""}]}',
  ];
  for (const text of texts) {
    const authorizeResponse = (item) => {
      const isMine = item.call_id === "mine";
      item.transcript = "changed";
      return isMine;
    };
    const fetch = async () => new Response(text);
    const answer = await parseAnswer(
      await proxyTo(mock, { authorizeResponse, fetch })(requestFor("/calls")),
    );
    assert.equal(answer.status, 200);
    assert.ok(!/theirs|secret|changed/.test(answer.body), answer.body);
  }
});

test("with authorizeResponse, a refusal of the API is sent without a forbidden call", async () => {
  const authorizeResponse = (item) => item.call_id === "mine";
  for (const [body, isShown] of [
    [{ title: "Gone", status: 410 }, true],
    [{ title: "Gone", status: 410, call: theirs }, false],
    [{ title: "Gone", status: 410, call: mine }, true],
  ]) {
    const headers = { "content-type": "application/problem+json" };
    const fetch = async () => new Response(JSON.stringify(body), { status: 410, headers });
    const answer = await parseAnswer(
      await proxyTo(mock, { authorizeResponse, fetch })(requestFor("/calls")),
    );
    assert.equal(answer.status, 410);
    assert.equal(answer.json.title, isShown ? "Gone" : "The calls API answered 410");
    assert.ok(!answer.body.includes("secret"));
  }
});
