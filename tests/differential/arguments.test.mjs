// Compares arguments in both versions: ids, filters, prepared requests, bodies. Also compares the checks before
// the wasm has started.

import { test } from "node:test";
import { comesBackSpread, oneOfTwoMistakes } from "./allowed.mjs";
import { listed, routeNames, useMethod } from "./clients.mjs";
import { Differences } from "./compare.mjs";
import { compareStories, every } from "./stories.mjs";
import { baseUrls, holders, ids, templates, values } from "./values.mjs";
import { oldRoot, unstarted } from "./versions.mjs";

const filters = [
  "page",
  "size",
  "application_id",
  "job_id",
  "candidate_id",
  "application_source_id",
  "job_source_id",
  "candidate_source_id",
];

test("both versions send or refuse the same ids and filters", async () => {
  const given = [...ids.map((id) => [JSON.stringify(id), () => id]), ...Object.entries(values)];
  function* scenarios() {
    for (const [what, make] of given) {
      yield [`details of ${what}`, useMethod((client) => client.getCallDetails(make()))];
      const watch = useMethod((client) => every(client.watchCall(make())));
      yield [`a watch of ${what}`, watch, [comesBackSpread]];
      yield [`a dial for ${what}`, useMethod((client) => client.initiateInstantCall(make()))];
      for (const filter of filters) {
        const listing = useMethod((client) => client.listScreeningResults({ [filter]: make() }));
        yield [`a listing with ${filter}: ${what}`, listing];
      }
    }
    for (const [what, make] of Object.entries(values)) {
      yield [`a listing with ${what}`, useMethod((client) => client.listScreeningResults(make()))];
      yield [`all pages with ${what}`, useMethod((client) => every(listed(client, make())))];
    }
    for (const filter of filters) {
      for (const [what, hold] of Object.entries(holders)) {
        const listing = useMethod((client) => client.listScreeningResults(hold(filter, "5")));
        const rules = what.startsWith("a property beside") ? [oneOfTwoMistakes(filter)] : [];
        yield [`a listing with ${what} that has ${filter}`, listing, rules];
      }
    }
  }
  await compareStories(scenarios(), 700);
});

test("both versions prepare the same requests, or throw the same errors", async () => {
  const prepare =
    (endpoint, ...args) =>
    async (nh, world) => {
      await world.attempt("it", () => nh.requests[endpoint](...args.map((make) => make())));
    };
  function* scenarios() {
    for (const endpoint of routeNames) {
      const argument = () => (endpoint === "screeningResults" ? { job_id: "j/1" } : "id/1");
      for (const [what, make] of Object.entries(values)) {
        yield [`requests.${endpoint}(${what})`, prepare(endpoint, make)];
        yield [`requests.${endpoint} with ${what}`, prepare(endpoint, argument, make)];
        for (const option of ["baseUrl", "routes"]) {
          const options = () => ({ [option]: make() });
          yield [
            `requests.${endpoint} with ${option}: ${what}`,
            prepare(endpoint, argument, options),
          ];
        }
      }
      for (const id of ids) yield [`requests.${endpoint}(${id})`, prepare(endpoint, () => id)];
      for (const baseUrl of baseUrls) {
        yield [
          `requests.${endpoint} at ${baseUrl}`,
          prepare(endpoint, argument, () => ({ baseUrl })),
        ];
      }
      for (const template of templates) {
        const options = () => ({ routes: { [endpoint]: template } });
        yield [`requests.${endpoint} by ${template}`, prepare(endpoint, argument, options)];
      }
      for (const [what, hold] of Object.entries(holders)) {
        const options = () => hold("baseUrl", "/api");
        yield [`requests.${endpoint} with ${what}`, prepare(endpoint, argument, options)];
      }
    }
    for (const filter of filters) {
      for (const [what, make] of Object.entries(values)) {
        const given = () => ({ [filter]: make() });
        yield [
          `requests.screeningResults of ${filter}: ${what}`,
          prepare("screeningResults", given),
        ];
      }
    }
  }
  await compareStories(scenarios(), 1_000);
});

test("both versions accept or refuse the same arguments of decode", async () => {
  const body = '{"call_id":"c-1","call_score":"87","data":[]}';
  const decode =
    (endpoint, ...args) =>
    async (nh, world) => {
      await world.attempt("it", () => nh.decode[endpoint](...args.map((make) => make())));
    };
  const bodies = {
    "a DataView": () => new DataView(new ArrayBuffer(2)),
    "16-bit numbers": () => new Uint16Array([0x7d7b]),
    "a Buffer": () => Buffer.from(body),
    "shared memory": () => new SharedArrayBuffer(2),
    "a Blob": () => new Blob([body]),
    "a String object": () => new String(body),
    "no bytes": () => new Uint8Array(),
  };
  function* scenarios() {
    for (const endpoint of routeNames) {
      // 0.1 accepted it for call details too, but did not use it.
      const takesRequest = endpoint !== "callDetails";
      for (const [what, make] of Object.entries({ ...values, ...bodies })) {
        yield [`decode.${endpoint}(${what})`, decode(endpoint, make)];
      }
      for (const [what, make] of Object.entries(values)) {
        yield [`decode.${endpoint} with ${what}`, decode(endpoint, () => body, make)];
        for (const option of takesRequest ? ["strict", "request"] : ["strict"]) {
          const options = () => ({ [option]: make() });
          yield [
            `decode.${endpoint} with ${option}: ${what}`,
            decode(endpoint, () => body, options),
          ];
        }
      }
      for (const [what, hold] of Object.entries(holders)) {
        const strictly = () => hold("strict", true);
        yield [`decode.${endpoint} with ${what}`, decode(endpoint, () => body, strictly)];
        if (takesRequest) {
          const requested = () => ({ request: hold("page", 2) });
          yield [`decode.${endpoint} of ${what}`, decode(endpoint, () => body, requested)];
        }
      }
    }
    for (const filter of filters) {
      for (const [what, make] of Object.entries(values)) {
        const options = () => ({ request: { [filter]: make() } });
        yield [`a request of ${filter}: ${what}`, decode("screeningResults", () => body, options)];
      }
    }
  }
  await compareStories(scenarios(), 700);
});

test("before the wasm has started, the constructors refuse the same options", async () => {
  const [old, current] = await Promise.all([unstarted(oldRoot), unstarted()]);
  const differences = new Differences();
  const outcome = (nh, options) => {
    try {
      return new nh.NinjaHireClient(options) && "made";
    } catch (error) {
      return error;
    }
  };
  const check = (name, make) =>
    differences.compare(name, outcome(old, make()), outcome(current, make()));
  for (const [what, make] of Object.entries(values)) {
    check(`options: ${what}`, make);
    for (const option of ["baseUrl", "apiKey", "routes", "retries", "onEvent"])
      check(`${option}: ${what}`, () => ({ [option]: make() }));
    for (const route of routeNames)
      check(`${route}: ${what}`, () => ({ routes: { [route]: make() } }));
  }
  for (const route of routeNames) {
    for (const template of templates) check(template, () => ({ routes: { [route]: template } }));
  }
  const sync = {
    parseTranscript: (nh) => nh.parseTranscript("BOT: Hi."),
    parseQuestions: (nh) => nh.parseQuestions("[]"),
    parseSummary: (nh) => nh.parseSummary({}),
    decode: (nh) => nh.decode.callDetails("{}"),
    requests: (nh) => nh.requests.callDetails("c-1"),
  };
  for (const [name, use] of Object.entries(sync)) {
    const said = (nh) => {
      try {
        return use(nh);
      } catch (error) {
        return error;
      }
    };
    differences.compare(`${name} before the start`, said(old), said(current));
  }
  differences.end(500);
});
