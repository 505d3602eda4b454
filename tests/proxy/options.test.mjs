/** Invalid options are refused by name at construction, and the error never has the key. */

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { test } from "node:test";
import { allowAnyone, createProxy } from "./helpers/package.mjs";

const apiKey = "sk_live_do_not_show";
const fine = { apiKey, authorize: allowAnyone };

for (const [name, options, message] of [
  ["no key", { apiKey: undefined }, /apiKey is missing or blank/],
  ["a blank key", { apiKey: " \n" }, /apiKey is missing or blank/],
  ["a key with a line break", { apiKey: `${apiKey}\n` }, /apiKey is missing or blank, or more/],
  ["a key with Bearer", { apiKey: `Bearer ${apiKey}` }, /more than the key/],
  ["a key that is no text", { apiKey: { key: apiKey } }, /apiKey is missing/],
  ["no authorize", { authorize: undefined }, /authorize is required.*allowAnyone/],
  ["an authorize that is no function", { authorize: true }, /authorize is required/],
  ["a mount without a slash", { basePath: "api" }, /basePath/],
  ["a mount with dots", { basePath: "/api/.." }, /basePath/],
  ["any origin", { cors: { origins: ["*"] } }, /cors.origins/],
  ["the null origin", { cors: { origins: ["null"] } }, /cors.origins/],
  ["an origin with a path", { cors: { origins: ["https://ats.example/"] } }, /cors.origins/],
  ["an upstream in the clear", { upstream: "http://api.example" }, /upstream must be like "https:/],
  [
    "an upstream that looks local",
    { upstream: "http://127.0.0.1.evil.example" },
    /upstream must be like "https:/,
  ],
  ["an upstream with a password", { upstream: "https://a:b@api.example" }, /upstream/],
  ["an upstream that is no URL", { upstream: "api.example" }, /upstream/],
  ["an upstream with a query", { upstream: "https://api.example?key=1" }, /without a query/],
  ["no time at all", { timeoutMs: 0 }, /timeoutMs/],
  ["no time for the store", { storeTimeoutMs: 0 }, /storeTimeoutMs/],
  ["a time that is none", { redialGuardMs: "soon" }, /redialGuardMs/],
  ["a route without its id", { routes: { callDetails: "GET /calls" } }, /routes.callDetails/],
  ["a route with another id", { routes: { instantCall: "POST /{call_id}" } }, /routes.instantCall/],
  [
    "a route with two ids",
    { routes: { callDetails: "GET /{call_id}/{call_id}" } },
    /routes.callDetails/,
  ],
  ["a route that goes up", { routes: { callDetails: "GET /../{call_id}" } }, /routes.callDetails/],
  [
    "a route of another method",
    { routes: { callDetails: "DELETE /{call_id}" } },
    /routes.callDetails/,
  ],
  [
    "a route with an id that its method does not take",
    { routes: { screeningResults: "GET /{call_id}" } },
    /screeningResults/,
  ],
]) {
  test(`${name} is refused by name`, () => {
    assert.throws(
      () => createProxy({ ...fine, ...options }),
      (error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, message);
        assert.ok(!inspect(error).includes(apiKey), "shows the key");
        return true;
      },
    );
  });
}

test("valid options are accepted", () => {
  for (const options of [
    {},
    { upstream: "http://localhost:8081" },
    { upstream: "http://[::1]:8081/v1" },
    { basePath: "/a/b/" },
    { basePath: "" },
    { rateLimit: false },
    { routes: { callDetails: "GET /call?call_id={call_id}" } },
    { cors: { origins: ["http://localhost:5173"] } },
    { apiKey: () => apiKey },
  ]) {
    createProxy({ ...fine, ...options });
  }
});

test("the key cannot be read back", () => {
  const proxy = createProxy(fine);
  for (const text of [
    inspect(proxy, { depth: 9, showHidden: true }),
    String(proxy),
    JSON.stringify({ proxy }),
  ]) {
    assert.ok(!text.includes(apiKey));
  }
});
