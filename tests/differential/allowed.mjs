/**
 * The allowed differences from version 0.1, and their reasons.
 *
 * A rule changes both results in the same way before they are compared, and as little as possible. Its
 * `apply` gets a value (an object as its `Fields`) and the value's position: `{ key, parent }`.
 */

import { runInNewContext } from "node:vm";
import { Fields } from "./fields.mjs";

const each = (apply) => (value, at) => (value instanceof Fields ? apply(value, at) : value);

/** Spells JSON in one way: `8.70e1` and `87` become the same. Other text is only trimmed. */
function respelt(text) {
  if (/^-?Infinity$/.test(text)) return "null";
  try {
    return JSON.stringify(sorted(JSON.parse(text.trim())));
  } catch {
    return text.trim();
  }
}

function sorted(value) {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key.toWellFormed(), sorted(member)]);
}

/** The message of a decode error without the found value at its end. */
function withoutFound({ message, path, expected, found }) {
  const before = `${path || "the answer"}: expected ${expected}, found `;
  const shown = message.slice(before.length).replace(/…$/, "");
  return message.startsWith(before) && found.startsWith(shown) ? before : message;
}

const isDecodeError = (error) =>
  error?.code === "decode" && typeof error.found === "string" && typeof error.message === "string";

const isIssue = (value) => typeof value?.path === "string" && typeof value.expected === "string";
const issueOrder = (issue) => `${issue.path}\n${issue.expected}\n${respelt(String(issue.found))}`;
const byIssue = (a, b) => (issueOrder(a) < issueOrder(b) ? -1 : 1);

/** Whether a dial's outcome is unknown because of its deadline. */
const ranIntoDeadline = (error) =>
  error?.code === "dial_outcome_unknown" && error.cause?.code === "deadline";

/** The title in a problem body that 0.1 returned as its `detail`, including the byte order mark. */
const markedTitle = (detail) => /^\ufeff\{"title":"(\w+)"\}$/.exec(detail)?.[1];

const orderOfFields = {
  name: "the order of fields, and of keys that look like integers",
  reason: "the engine makes the object, so its fields are in the order of the wire",
  apply: each((fields) => new Fields([...fields].sort(([a], [b]) => (a < b ? -1 : 1)))),
};

const loneSurrogates = {
  name: "lone surrogates",
  reason: "the engine's strings keep them; 0.1 made U+FFFD of them in known fields",
  apply(value) {
    if (typeof value === "string") return value.toWellFormed();
    if (!(value instanceof Fields)) return value;
    return new Fields([...value].map(([key, member]) => [key.toWellFormed(), member]));
  },
};

/**
 * Numbers that do not fit into a double need no rule in unknown fields: 0.1 kept their text for Rust
 * only, and gave JavaScript the result of `JSON.parse`. In `found`, the rule for its spelling covers them.
 */
export const allowed = [
  {
    name: "the end of `found`, where the answer is not JSON",
    reason: "an error page may have megabytes, so only the first 1,000 characters are kept",
    apply: each((fields) => {
      const error = Object.fromEntries(fields);
      if (!isDecodeError(error) || error.path !== "" || error.expected !== "JSON") return fields;
      return new Fields(fields).set("found", error.found.slice(0, 900));
    }),
  },
  {
    name: "a call directly after a dial that ran into its deadline (a named bug)",
    reason:
      "0.1 answered the caller before the dial had ended: it refused a call directly after it as pending, or gave it the old dial's outcome. Now the guard refuses it",
    apply(value, at) {
      if (!Array.isArray(value) || at !== undefined) return value;
      return value.map((entry, index) => {
        const last = value.slice(0, index).findLast((entry) => !("at" in entry)) ?? {};
        const before = ["first", "dial", "one that stays"]
          .map((name) => last[`${name} failed`])
          .find(ranIntoDeadline);
        const name = ["second failed", "second dial failed"].find((name) => name in entry);
        const error = entry[name];
        const isRefused =
          ranIntoDeadline(error) ||
          error?.code === "dial_pending" ||
          (error?.code === "redial_guard" && error.redialToken && error.callId === null);
        return before && isRefused ? { [name]: "(refused)" } : entry;
      });
    },
  },
  {
    name: "the body of a dial",
    reason:
      "it is empty and can be read only once, because Node sends a request without a body again after a 421 (tests/client/dial.test.mjs)",
    apply: each((fields) =>
      fields.has("hasBody") && fields.get("method") !== "GET"
        ? new Fields(fields).set("hasBody", false)
        : fields,
    ),
  },
  {
    name: "redirects in Node, with custom headers",
    reason: "the client follows them itself, so that another origin gets no such header",
    apply: each((fields) =>
      fields.has("hasBody") && fields.get("redirect") === "manual"
        ? new Fields(fields).set("redirect", "follow")
        : fields,
    ),
  },
  {
    name: "the wording for a pending dial",
    reason: "a browser whose locks hang does not say whether another tab dials",
    apply: (value, at) =>
      at?.key === "message" && typeof value === "string"
        ? value.replace(", or this browser does not say;", ";")
        : value,
  },
  {
    name: "the size limit of an answer",
    reason: "0.1 named the option, but not its number of bytes",
    apply: (value, at) =>
      ["message", "expected"].includes(at?.key) && typeof value === "string"
        ? value.replace(
            /at most \d+ bytes \(`maxResponseBytes`\)/,
            "no more than `maxResponseBytes`",
          )
        : value,
  },
  {
    name: "-0",
    reason: "the engine's number stays as it is; 0.1 parsed the numbers of known fields itself",
    apply: (value, at) => (value === 0 && ["call_score", "count"].includes(at?.key) ? 0 : value),
  },
  {
    name: "`found` of a value that is nested too deeply",
    reason: "`JSON.stringify` fails at some thousand levels",
    apply: (value, at) => {
      if (at?.key !== "found" || typeof value !== "string") return value;
      return value === "an array" || /^\[{1000}/.test(value) ? "(deep)" : value;
    },
  },
  {
    name: "a problem body with a byte order mark (a named bug)",
    reason: "0.1 took its JSON for text",
    apply: each((fields) => {
      const { cause, message } = Object.fromEntries(fields);
      // The error of an unknown outcome contains its cause's message.
      const whole = fields.get("detail") ?? cause?.detail;
      const title = markedTitle(whole);
      if (title === undefined) return fields;
      const read = new Fields(fields).set("message", message.replace(whole, title));
      if (read.delete("detail")) read.set("title", title);
      return read;
    }),
  },
  {
    name: "random UUIDs",
    reason: "another generator calls `fill` in world.mjs in another way",
    apply: (value) =>
      typeof value === "string"
        ? value.replace(
            /[0-9a-f]{2}000000-0000-4000-8000-[0-9a-f]{2}00000000[0-9a-f]{2}/g,
            "a UUID",
          )
        : value,
  },
  {
    name: "the wording of a refused argument",
    reason: "only the code, the name, and the name at the start of the message must be the same",
    apply: each((fields) => {
      const { code, param, message } = Object.fromEntries(fields);
      const isNamed = code === "invalid_request" && String(message).startsWith(`\`${param}\` `);
      return isNamed ? new Fields(fields).set("message", `\`${param}\` …`) : fields;
    }),
  },
  {
    name: "the spelling of `found`",
    reason: "it is made from the engine's value, and not cut from the text of the answer",
    apply(value, at) {
      if (at?.key === "found" && typeof value === "string") return respelt(value);
      if (!(value instanceof Fields)) return value;
      const error = Object.fromEntries(value);
      if (isDecodeError(error)) {
        return new Fields(value).set("message", withoutFound(error));
      }
      // The error of an unknown outcome contains its cause's message.
      if (isDecodeError(error.cause) && typeof error.message === "string") {
        const { message, cause } = error;
        return new Fields(value).set(
          "message",
          message.replace(cause.message, withoutFound(cause)),
        );
      }
      return value;
    },
  },
  {
    name: "the order of `decode_issues`",
    reason: "fields are read in another order",
    apply(value, at) {
      if (!Array.isArray(value)) return value;
      if (at?.key === "decode_issues" && value.every(isIssue)) return [...value].sort(byIssue);
      if (at !== undefined) return value;
      // In a log, the events for one answer's issues are consecutive.
      const log = [...value];
      const tells = (entry) => entry?.event?.type === "decode_issue";
      for (let start = 0, end; start < log.length; start = end) {
        for (end = start + 1; tells(log[start]) && tells(log[end]);) end += 1;
        const run = log.slice(start, end).sort((a, b) => byIssue(a.event, b.event));
        log.splice(start, run.length, ...run);
      }
      return log;
    },
  },
  {
    name: "which of several issues `strict` throws",
    reason: "it throws the first one, and their order may differ; `lenient` has all of them",
    apply: each((fields) => {
      const { strict, issues } = Object.fromEntries(fields);
      if (!fields.has("strict") || !Array.isArray(issues)) return fields;
      const rest = new Fields(fields);
      rest.delete("issues");
      const isOne = ({ path, expected, found }) =>
        path === strict.path && expected === strict.expected && found === strict.found;
      const isChoice = issues.length > 1 && issues.every(isIssue);
      if (!isChoice || !isDecodeError(strict) || !issues.some(isOne)) return rest;
      return rest.set("strict", `${strict.constructor.name}: one of the issues`);
    }),
  },
  {
    name: "the order of a watched call's changed fields",
    reason: "they are in the order of the call's fields",
    apply: (value, at) =>
      Array.isArray(value) && at?.key === "fields" && at.parent?.key === "changed"
        ? [...value].sort()
        : value,
  },
  {
    name: "the full name of a nested option (a named bug)",
    reason: "0.1 said `callDetails` where `routes.callDetails` had a wrong type or was unknown",
    apply: each((fields) => {
      const param = fields.get("param");
      if (fields.get("code") !== "invalid_request" || !String(param).startsWith("routes.")) {
        return fields;
      }
      const message = fields.get("message").replace(`\`${param}\``, `\`${param.slice(7)}\``);
      return new Fields(fields).set("param", param.slice(7)).set("message", message);
    }),
  },
  {
    name: "errors of a constructor (a named bug)",
    reason:
      "after the wasm had started, 0.1 threw an object with the error's fields instead of the error",
    apply(value, at) {
      const isIts = /^new\b.* failed$/.test(at?.key) && value instanceof Fields;
      if (!isIts || value.get("(class)") !== "InvalidRequestError") return value;
      const own = new Fields(value);
      for (const name of ["(class)", "(extends)", "name"]) own.delete(name);
      return own;
    },
  },
  loneSurrogates,
  orderOfFields,
];

/**
 * For arguments with two mistakes: a wrong option, and an unknown one beside it.
 */
export const oneOfTwoMistakes = (option) => ({
  name: "which of two wrong arguments is refused",
  reason: "0.1 checked for unknown ones first; now the known ones are read first",
  apply: each((fields) => {
    const { code, param, message } = Object.fromEntries(fields);
    if (code !== "invalid_request" || !String(message).startsWith(`\`${param}\` `)) return fields;
    const isOne = [option, `${option}X`, "__proto__"].includes(param.split(".").at(-1));
    return isOne ? new Fields(fields).set("param", "(one)").set("message", "(one)") : fields;
  }),
});

/** For a dial whose answer has a status and a body that never ends. */
export const statusOrDeadline = (status) => ({
  name: "a dial whose answer never ends (a named bug)",
  reason: "0.1 reported the deadline to its caller; now the caller gets the status",
  apply(value, at) {
    if (!Array.isArray(value) || at !== undefined) return value;
    return value.map((entry) => {
      const [[name, error]] = Object.entries(entry);
      const isEither = ranIntoDeadline(error) || (error?.cause ?? error)?.status === status;
      const isOutcome = name.endsWith(" failed") && isEither;
      return isOutcome ? { [name]: "(the status, or the deadline)" } : entry;
    });
  },
});

/** For a followed call with failures or slow answers. */
export const comesBackSpread = {
  name: "the time of a poll after a failure, and the report of the failure",
  reason:
    "pages must not poll in step after a failure (docs/load.md), and an update reports a missing answer",
  apply(value, at) {
    if (!Array.isArray(value)) return value;
    if (at !== undefined) return value.filter((update) => !update?.stale);
    const isTiming = (entry) => ["event", "fetch", "at"].some((name) => name in entry);
    const isSilence = (entry) => Object.values(entry)[0]?.stale;
    return value.filter((entry) => !isTiming(entry) && !isSilence(entry));
  },
};

/** For a read that has ended before it starts. */
export const nothingSent = {
  name: "a read that was sent after its end (a named bug)",
  reason: "0.1 sent it although its signal was aborted, or its time was over, before it started",
  apply(value, at) {
    if (!Array.isArray(value) || at !== undefined) return value;
    return value.filter(
      ({ event, fetch }) => (fetch ?? event)?.method !== "GET" && event?.type !== "poll",
    );
  },
};

/** Rules for transcripts, whose parser is improved on purpose. */
export const allowedInTranscripts = [...allowed];

/** The same for assessments. */
export const allowedInAssessments = [
  {
    name: "`8.50` shown as `8.5`",
    reason: "the engine's number does not keep its spelling",
    apply: (value, at) =>
      ["scoreText", "question", "response", "text"].includes(at?.key) && typeof value === "string"
        ? value.replace(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/gim, (number) => String(Number(number)))
        : value,
  },
  {
    name: "a boolean in place of a whole summary is shown",
    reason: "0.1 had a row without it; now nothing is lost",
    apply: each((fields) => {
      const isBoolean = fields.get("category") === "" && /^(true|false)$/.test(fields.get("text"));
      return isBoolean ? new Fields(fields).set("text", null) : fields;
    }),
  },
  {
    name: "the last digit of a score (a named bug)",
    reason: "0.1 computed numbers itself, and not exactly",
    apply: (value, at) =>
      at?.key === "score" && typeof value === "number" ? Number(value.toPrecision(15)) : value,
  },
  {
    name: "the order of categories whose names look like integers",
    reason: "the engine puts such keys first, and rows and their problems follow that order",
    apply(value, at) {
      const name = { rows: "category", problems: "path" }[at?.key];
      if (!name || !Array.isArray(value)) return value;
      const looksLikeInteger = (row) => /(^|[ ./"[])\d+($|[ ./"\]])/.test(row[name]);
      if (!value.some(looksLikeInteger)) return value;
      const order = (row) => `${row[name]}\n${row.text}\n${row.score}\n${row.expected}`;
      return [...value].sort((a, b) => (order(a) < order(b) ? -1 : 1));
    },
  },
  {
    name: "the spelling of `found`, cut",
    reason: "it is cut after about 60 bytes, so the rest cannot be compared",
    apply: (value, at) =>
      at?.key === "found" && typeof value === "string" && value.endsWith("…")
        ? `${value.replace(/\s+/g, "").slice(0, 8)}…`
        : value,
  },
  ...allowed,
];

const CALL = '{"call_id":"c-1"}';

/** The details of a call from a client whose `fetch` returns `answer`. */
async function details(nh, answer) {
  const options = { baseUrl: "https://ats.example", retries: 0, timeoutMs: 1_000 };
  const client = new nh.NinjaHireClient({ ...options, fetch: async () => answer });
  return await client.getCallDetails("c-1");
}

/**
 * Bugs of 0.1 in single cases. The current version may return the result of 0.1 or the right one. `run`
 * gets a version. `isRight` gets the outcome, `{ value }` or `{ error }`, and the version.
 */
export const bugs = [
  ...Object.entries({
    "its signal was aborted": () => ({ signal: AbortSignal.abort() }),
    "its time was over": () => ({ timeoutMs: 0 }),
  }).flatMap(([why, options]) =>
    Object.entries({
      getCallDetails: (client) => client.getCallDetails("c-1", options()),
      listScreeningResults: (client) => client.listScreeningResults({}, options()),
      waitForCall: (client) => client.waitForCall("c-1", options()),
    }).map(([name, read]) => ({
      name: `${name} was sent although ${why} before`,
      run: async (nh) => {
        let sent = 0;
        const fetch = async () => (sent++, Response.json({ call_id: "c-1", data: [] }));
        const client = new nh.NinjaHireClient({ baseUrl: "https://ats.example", fetch });
        const error = await read(client).catch((error) => error);
        return `${error.name}, ${sent} sent`;
      },
      isRight: ({ value }) => /^(AbortError|DeadlineError), 0 sent$/.test(value),
    })),
  ),
  {
    name: "the outcome of a dial was unknown if a refusal's body never ended",
    run: async (nh) => {
      const body = new ReadableStream({ pull: () => new Promise(() => {}) });
      const fetch = async () => new Response(body, { status: 400 });
      const options = { baseUrl: "https://ats.example", timeoutMs: 50, fetch };
      await new nh.NinjaHireClient(options).initiateInstantCall("a body that never ends");
    },
    isRight: ({ error }) => error?.code === "http" && error.status === 400,
  },
  {
    name: "a call directly after a dial that ran into its deadline was not guarded",
    run: async (nh) => {
      const fetch = () => new Promise(() => {});
      const options = { baseUrl: "https://ats.example", timeoutMs: 50, fetch };
      const client = new nh.NinjaHireClient(options);
      await client.initiateInstantCall("a late dial").catch(() => {});
      await client.initiateInstantCall("a late dial");
    },
    isRight: ({ error }) => error?.code === "redial_guard" && error.redialToken !== undefined,
  },
  {
    name: "an array was taken for roles",
    run: (nh) => nh.parseTranscript("BOT: Hi.", { roles: [] }),
    isRight: ({ error }) => error?.code === "invalid_request" && error.param === "roles",
  },
  {
    name: "an array was taken for headers",
    run: (nh) => new nh.NinjaHireClient({ headers: [] }),
    isRight: ({ error }) => error?.code === "invalid_request" && error.param === "headers",
  },
  {
    name: "of a repeated known field among more than 1,000 members, the first counted",
    run: (nh) => {
      const many = Array.from({ length: 1_000 }, (_, index) => `"k${index}":0`).join();
      const body = `{"call_id":"c","call_status":"a",${many},"call_status":"b"}`;
      return nh.decode.callDetails(body).call_status;
    },
    isRight: ({ value }) => value === "b",
  },
  {
    name: "a number of more than 15 digits could be off by one",
    run: (nh) => nh.decode.screeningResults(`{"data":[],"count":9007199254740991.0}`).count,
    isRight: ({ value }) => value === 9_007_199_254_740_991,
  },
  ...[
    ["undefined", undefined],
    ["null", null],
    ["a number", 200],
    ["an object that is not a response", {}],
    ["a response without headers", { status: 200, ok: true, body: null }],
  ].map(([what, answer]) => ({
    name: `a \`fetch\` that returns ${what} ended the instance`,
    run: (nh) => details(nh, answer),
    isRight: ({ error }) => error?.code === "connection" || error?.code === "decode",
  })),
  {
    name: "a mock without a body stream was taken for an empty answer",
    run: (nh) => details(nh, { status: 200, headers: new Headers(), text: async () => CALL }),
    isRight: ({ value, error }) => value?.call_id === "c-1" || error?.code === "connection",
  },
  {
    name: "chunks of another realm were not recognised as bytes",
    run: (nh) => {
      const chunk = runInNewContext("Uint8Array.from(bytes)", { bytes: [...Buffer.from(CALL)] });
      const body = ReadableStream.from([chunk]);
      return details(nh, { status: 200, headers: new Headers(), body });
    },
    isRight: ({ value }) => value?.call_id === "c-1",
  },
  {
    name: "a constructor threw the fields of an error where the wasm had started",
    run: (nh) => new nh.NinjaHireClient({ retries: -1 }),
    isRight: ({ error }, nh) =>
      error instanceof nh.InvalidRequestError && error.param === "retries",
  },
  {
    name: "an option whose keys cannot be listed ended the instance",
    run: (nh) => {
      const ownKeys = () => {
        throw new Error("no");
      };
      return nh.requests.callDetails("c-1", { routes: new Proxy({}, { ownKeys }) });
    },
    isRight: ({ error }) => error?.code === "invalid_request",
  },
];
