// Options and arguments through both versions, by the methods that take them: what is refused and how,
// and what is sent and given back where it is not.

import { test } from "node:test";
import { Differences } from "./compare.mjs";
import { baseUrls, holders, ids, templates, values } from "./values.mjs";
import { oldRoot, unstarted } from "./versions.mjs";
import { compareStories, every } from "./stories.mjs";

const BASE = "https://ats.example/api";

const clientOptions = [
  "baseUrl",
  "token",
  "apiKey",
  "dangerouslyAllowBrowser",
  "routes",
  "fetch",
  "credentials",
  "headers",
  "timeoutMs",
  "retries",
  "maxRetryAfterMs",
  "maxResponseBytes",
  "redialGuardMs",
  "idempotencyKey",
  "strict",
  "onEvent",
];
const readOptions = ["signal", "timeoutMs", "retries", "maxRetryAfterMs", "strict"];
const dialOptions = ["signal", "timeoutMs", "redial"];
const watchOptions = [
  "signal",
  "timeoutMs",
  "until",
  "minIntervalMs",
  "maxIntervalMs",
  "notFoundGraceMs",
];
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
const routeNames = ["instantCall", "callDetails", "screeningResults"];
/** One value that is right, where an option has one that is not among the others. */
const right = { fetch: undefined, headers: { "x-a": "b" }, routes: {}, baseUrl: BASE };

const json = (body, init) => async () => Response.json(body, init);
const defective = json({
  call_id: "c-1",
  call_status: "call_completed",
  call_score: "87",
  data: [],
});
/** Too late for a short `timeoutMs`. */
const late = (answer) => async (asked) => {
  await asked.world.pass(100);
  return answer(asked);
};
/** For reads only: a dial would end with it. */
const busy = async (asked) =>
  asked.request.method === "GET"
    ? new Response("", { status: 503, headers: { "retry-after": "2" } })
    : late(defective)(asked);

/** Everything that a client's options show in: a read that is tried again, a listing, two dials. */
const useClient = (makeOptions) => async (nh, world) => {
  const id = world.application;
  const options = makeOptions(world);
  const client = await world.attempt("new", () => new nh.NinjaHireClient(options));
  if (!client) return;
  await world.attempt("details", () => client.getCallDetails("c-1"));
  await world.attempt("list", () => client.listScreeningResults());
  await world.attempt("dial", () => client.initiateInstantCall(id));
  await world.attempt("second dial", () => client.initiateInstantCall(id));
};
const settings = (world) => ({
  baseUrl: BASE,
  fetch: world.fetch(busy, late(defective)),
  onEvent: world.onEvent,
});
const withOption = (name, make) =>
  useClient((world) => Object.defineProperty(settings(world), name, { ...own, value: make() }));
const own = { enumerable: true, configurable: true, writable: true };

const useMethod = (use) => async (nh, world) => {
  const options = { baseUrl: BASE, onEvent: world.onEvent, redialGuardMs: 0 };
  const client = new nh.NinjaHireClient({ ...options, fetch: world.fetch(busy, late(defective)) });
  await world.attempt("it", () => use(client, world));
};
const watched = (make) => async (nh, world) => {
  const call = { call_id: "c-1", call_status: "call_in_progress", transcript: "BOT: Hi." };
  const fetch = world.fetch(
    json({ title: "not there" }, { status: 404 }),
    json(call),
    late(json(call)),
    json({ ...call, transcript: "BOT: Hi.\nHUMAN: Yes." }),
    json({ ...call, call_status: "call_completed", transcript: "BOT: Ho." }),
    json({ ...call, call_status: "call_completed", call_score: 7, call_summary: { a: 1 } }),
  );
  const client = new nh.NinjaHireClient({ baseUrl: BASE, fetch, onEvent: world.onEvent });
  await world.attempt("it", async () => {
    for await (const update of client.watchCall("c-1", make())) world.tell("update", update);
  });
};
/** A generator: what it refuses, it refuses when it is iterated. */
async function* listed(client, given, options) {
  yield* client.screeningResults(given, options).pages();
}

const methods = {
  getCallDetails: {
    options: readOptions,
    use: (client, options) => client.getCallDetails("c-1", options),
  },
  listScreeningResults: {
    options: readOptions,
    use: (client, options) => client.listScreeningResults({}, options),
  },
  screeningResults: {
    options: readOptions,
    use: (client, options) => every(listed(client, {}, options)),
  },
  initiateInstantCall: {
    options: dialOptions,
    use: (client, options, world) => client.initiateInstantCall(world.application, options),
  },
};

/** Every value, every holder, and an option that is not known. */
function* scenariosOf(name, options, use) {
  for (const [what, make] of Object.entries(values)) {
    yield [`${name} with ${what} as its options`, use(make)];
    for (const option of options) {
      yield [`${name} with ${option}: ${what}`, use(() => ({ [option]: make() }))];
    }
  }
  for (const option of options) {
    for (const [what, hold] of Object.entries(holders)) {
      yield [`${name} with ${what} that has ${option}`, use(() => hold(option, 1))];
      yield [`${name} with ${what} that has a bad ${option}`, use(() => hold(option, -1))];
    }
  }
}

test("every option of a client has the same effect, or the same error", async () => {
  function* scenarios() {
    for (const option of clientOptions) {
      for (const [what, make] of Object.entries(values)) {
        // What a `fetch` may give is another test's.
        if (option === "fetch" && typeof make() === "function") continue;
        yield [`a client with ${option}: ${what}`, withOption(option, make)];
      }
      for (const [what, hold] of Object.entries(holders)) {
        const value = option in right ? right[option] : 1;
        const make = (world) => {
          const held = hold(option, value);
          for (const [name, setting] of Object.entries(settings(world))) {
            if (name !== option && Object.isExtensible(held)) held[name] = setting;
          }
          return held;
        };
        // Nothing may go out to the network.
        if (option !== "fetch") yield [`a client with ${what} that has ${option}`, useClient(make)];
      }
    }
    for (const [what, make] of Object.entries(values)) {
      if (make() === undefined) continue;
      const build = async (nh, world) => {
        await world.attempt("new", () => new nh.NinjaHireClient(make()));
      };
      yield [`a client with ${what} as its options`, build];
    }
    for (const baseUrl of baseUrls) {
      yield [`a client at ${baseUrl}`, withOption("baseUrl", () => baseUrl)];
      yield [
        `a client at ${baseUrl} with a key`,
        useClient((world) => ({ ...settings(world), baseUrl, apiKey: "key" })),
      ];
    }
    yield ["a client of the vendor", useClient((world) => ({ fetch: settings(world).fetch }))];
    yield [
      "a client with a key and a token",
      useClient((world) => ({ ...settings(world), apiKey: "key", token: () => "token" })),
    ];
  }
  await compareStories(scenarios(), 1_400);
});

test("keys and tokens are sent, or refused, alike", async () => {
  const secrets = [
    "key",
    "",
    " ",
    "Bearer key",
    "bearer x",
    "Bearer",
    "kéy",
    "a b",
    "a\nb",
    "k".repeat(9_000),
  ];
  const broken = [
    1,
    null,
    undefined,
    {},
    Promise.reject(new Error("no token")),
    Promise.resolve(5),
  ];
  broken.forEach((value) => Promise.resolve(value).catch(() => {}));
  function* scenarios() {
    for (const apiKey of secrets) yield [`the key ${apiKey}`, withOption("apiKey", () => apiKey)];
    for (const token of [
      ...secrets,
      ...broken,
      ...secrets.map((token) => Promise.resolve(token)),
    ]) {
      yield [`a token function that gives ${token}`, withOption("token", () => () => token)];
    }
    for (const thrown of [new Error("no"), "no", undefined, { code: "connection" }]) {
      const token = () => {
        throw thrown;
      };
      yield [`a token function that throws ${thrown}`, withOption("token", () => token)];
      yield [
        `one that rejects with ${thrown}`,
        withOption("token", () => () => Promise.reject(thrown)),
      ];
    }
    yield [
      "a token function that never answers",
      withOption("token", () => () => new Promise(() => {})),
    ];
  }
  await compareStories(scenarios(), 40);
});

test("routes and headers are taken, or refused, alike", async () => {
  const nested = (make) => useClient((world) => ({ ...settings(world), ...make() }));
  function* scenarios() {
    for (const route of routeNames) {
      for (const template of templates) {
        yield [`${route}: ${template}`, nested(() => ({ routes: { [route]: template } }))];
      }
      for (const [what, make] of Object.entries(values)) {
        yield [`${route}: ${what}`, nested(() => ({ routes: { [route]: make() } }))];
      }
      for (const [what, hold] of Object.entries(holders)) {
        const routes = () => hold(route, "GET /x/{call_id}");
        yield [`routes: ${what} that has ${route}`, nested(() => ({ routes: routes() }))];
      }
    }
    for (const [what, make] of Object.entries(values)) {
      yield [`a header: ${what}`, nested(() => ({ headers: { "X-Team": make() } }))];
    }
    for (const name of [
      "accept",
      "Authorization",
      "idempotency-key",
      "cookie",
      "",
      "a b",
      "ä",
      "x:y",
      "__proto__",
      "1",
    ]) {
      const headers = () => JSON.parse(`{"${name}":"value","x-other":"o"}`);
      yield [`a header called ${name}`, nested(() => ({ headers: headers() }))];
    }
    for (const [what, hold] of Object.entries(holders)) {
      yield [`headers: ${what}`, nested(() => ({ headers: hold("x-team", "blue") }))];
    }
  }
  await compareStories(scenarios(), 300);
});

for (const [name, { options, use }] of Object.entries(methods)) {
  test(`every option of ${name} has the same effect, or the same error`, async () => {
    const scenarios = scenariosOf(name, options, (make) =>
      useMethod((client, world) => use(client, make(), world)),
    );
    await compareStories(scenarios, 200);
  });
}

test("every option of watchCall has the same effect, or the same error", async () => {
  await compareStories(scenariosOf("watchCall", watchOptions, watched), 400);
});

test("ids and filters are sent, or refused, alike", async () => {
  const given = [...ids.map((id) => [JSON.stringify(id), () => id]), ...Object.entries(values)];
  function* scenarios() {
    for (const [what, make] of given) {
      yield [`details of ${what}`, useMethod((client) => client.getCallDetails(make()))];
      yield [`a watch of ${what}`, useMethod((client) => every(client.watchCall(make())))];
      // The id is remembered: each version has it once.
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
        yield [`a listing with ${what} that has ${filter}`, listing];
      }
    }
  }
  await compareStories(scenarios(), 700);
});

test("prepared requests are the same, or the same error", async () => {
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

test("the arguments of decode are taken, or refused, alike", async () => {
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
      for (const [what, make] of Object.entries({ ...values, ...bodies })) {
        yield [`decode.${endpoint}(${what})`, decode(endpoint, make)];
      }
      for (const [what, make] of Object.entries(values)) {
        yield [`decode.${endpoint} with ${what}`, decode(endpoint, () => body, make)];
        for (const option of ["strict", "request"]) {
          const options = () => ({ [option]: make() });
          yield [
            `decode.${endpoint} with ${option}: ${what}`,
            decode(endpoint, () => body, options),
          ];
        }
      }
      for (const [what, hold] of Object.entries(holders)) {
        for (const options of [() => hold("strict", true), () => ({ request: hold("page", 2) })]) {
          yield [`decode.${endpoint} with ${what}`, decode(endpoint, () => body, options)];
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

test("in a browser a key is refused, unless it is dangerously allowed", async () => {
  const inBrowser = (scenario) => async (nh, world) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
    const navigator = { userAgent: "Mozilla/5.0", onLine: true };
    Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
    try {
      await scenario(nh, world);
    } finally {
      if (before) Object.defineProperty(globalThis, "navigator", before);
      else Reflect.deleteProperty(globalThis, "navigator");
    }
  };
  const scenarios = Object.entries(values).flatMap(([what, make]) => [
    [
      `dangerouslyAllowBrowser: ${what}`,
      inBrowser(
        useClient((world) => ({
          ...settings(world),
          apiKey: "key",
          dangerouslyAllowBrowser: make(),
        })),
      ),
    ],
    [`apiKey: ${what}`, inBrowser(withOption("apiKey", make))],
  ]);
  await compareStories(scenarios, 100);
});

test("before the wasm has started, a constructor refuses the same", async () => {
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
    for (const option of clientOptions) check(`${option}: ${what}`, () => ({ [option]: make() }));
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
  differences.end(1_000);
});
