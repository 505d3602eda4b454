// Compares the options of all methods in both versions: refusals, requests and results.

import { test } from "node:test";
import { nothingSent, oneOfTwoMistakes } from "./allowed.mjs";
import { json } from "./answers.mjs";
import {
  BASE,
  clientOf,
  listed,
  routeNames,
  settings,
  slow,
  useClient,
  useMethod,
  withOption,
} from "./clients.mjs";
import { compareStories, every } from "./stories.mjs";
import { baseUrls, holders, templates, values } from "./values.mjs";

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
/** A valid value for each option, which the tests pass in odd ways. For numbers it is 1. */
const right = {
  baseUrl: BASE,
  token: () => "token",
  apiKey: "key",
  dangerouslyAllowBrowser: true,
  routes: { callDetails: "GET /x/{call_id}" },
  credentials: "include",
  headers: { "x-a": "b" },
  idempotencyKey: true,
  strict: true,
  onEvent: () => {},
  signal: new AbortController().signal,
  until: "assessed",
  redial: "00000000-0000-4000-8000-000000000001",
};

/** An array for headers. */
const isNamedBug = (headers) => Array.isArray(headers);

/** Rules for an object with an unknown option beside one that may be wrong. */
const mistakes = (what, option) =>
  what.startsWith("a property beside") ? [oneOfTwoMistakes(option)] : [];

/** Follows a call from before it exists until it is assessed. */
const watched = (make) => async (nh, world) => {
  const call = { call_id: "c-1", call_status: "call_in_progress", transcript: "BOT: Hi." };
  const answers = [
    json({ title: "not there" }, { status: 404 }),
    json(call),
    slow(json(call), 100),
    json({ ...call, transcript: "BOT: Hi.\nHUMAN: Yes." }),
    json({ ...call, call_status: "call_completed", transcript: "BOT: Ho." }),
    json({ ...call, call_status: "call_completed", call_score: 7, call_summary: { a: 1 } }),
  ];
  const updates = clientOf(nh, world, answers).watchCall("c-1", make());
  await world.attempt("it", () => every(updates, (update) => world.record("update", update)));
};

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

/** Rules for an option that ends a read before it starts. */
function rulesOf(option, what) {
  const isOver =
    (option === "timeoutMs" && ["0", "-0", "the smallest number"].includes(what)) ||
    (option === "signal" && what.startsWith("a signal that is aborted"));
  return isOver ? [nothingSent] : [];
}

/** Scenarios with every value, every holder, and an unknown option. */
function* scenariosOf(name, options, use) {
  for (const [what, make] of Object.entries(values)) {
    yield [`${name} with ${what} as its options`, use(make)];
    for (const option of options) {
      const scenario = use(() => ({ [option]: make() }));
      yield [`${name} with ${option}: ${what}`, scenario, rulesOf(option, what)];
    }
  }
  for (const option of options) {
    for (const [what, hold] of Object.entries(holders)) {
      yield [
        `${name} with ${what} that has ${option}`,
        use(() => hold(option, right[option] ?? 1)),
        mistakes(what, option),
      ];
      yield [
        `${name} with ${what} that has a bad ${option}`,
        use(() => hold(option, -1)),
        mistakes(what, option),
      ];
    }
  }
}

test("every option of a client has the same effect, or the same error", async () => {
  function* scenarios() {
    for (const option of clientOptions) {
      for (const [what, make] of Object.entries(values)) {
        // Another test covers the results of a `fetch`.
        if (option === "fetch" && typeof make() === "function") continue;
        if (option === "headers" && isNamedBug(make())) continue;
        const scenario = withOption(option, make);
        yield [`a client with ${option}: ${what}`, scenario, rulesOf(option, what)];
      }
      for (const [what, hold] of Object.entries(holders)) {
        const value = right[option] ?? 1;
        const make = (world) => {
          const held = hold(option, value);
          for (const [name, setting] of Object.entries(settings(world))) {
            if (name !== option && Object.isExtensible(held)) held[name] = setting;
          }
          return held;
        };
        // The test must not send anything to the network.
        if (option !== "fetch") {
          const scenario = useClient(make);
          yield [`a client with ${what} that has ${option}`, scenario, mistakes(what, option)];
        }
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

test("both versions send or refuse the same keys and tokens", async () => {
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

test("both versions accept or refuse the same routes and headers", async () => {
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
        const scenario = nested(() => ({ routes: routes() }));
        yield [`routes: ${what} that has ${route}`, scenario, mistakes(what, route)];
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
      if (isNamedBug(hold("x-team", "blue"))) continue;
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
