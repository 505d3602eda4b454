/**
 * An environment that is the same for both versions. Time jumps from timer to timer, random numbers
 * are fixed, and everything that a version sends, reports or returns is written to one log.
 */

const START = Date.UTC(2026, 0, 5, 12);
/** The number of turns of the event loop after which all work without a timer is done. */
const QUIET = 5;
const MOST_TIMERS = 5_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));
async function quiet() {
  for (let turns = 0; turns < QUIET; turns++) await turn();
}

class Clock {
  now = START;
  #timers = new Map();
  #next = 1;

  set = (callback, ms = 0, ...args) => {
    const at = this.now + Math.max(Number(ms) || 0, 0);
    this.#timers.set(this.#next, { at, run: () => callback(...args) });
    return this.#next++;
  };

  clear = (id) => void this.#timers.delete(id);

  /** Jumps to the next timer and runs it; `false` where there is none. */
  jump() {
    let first;
    for (const [id, timer] of this.#timers) {
      if (!first || timer.at < first.at) first = { id, ...timer };
    }
    if (!first) return false;
    this.#timers.delete(first.id);
    this.now = first.at;
    first.run();
    return true;
  }
}

/** Replaces clocks, random numbers and the network. Returns a function that restores them. */
function install(clock, fetch) {
  let uuids = 0;
  const fill = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(0);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 4, ++uuids);
    return array;
  };
  const replaced = [
    [globalThis, "setTimeout", clock.set],
    [globalThis, "clearTimeout", clock.clear],
    [globalThis, "fetch", fetch],
    [globalThis.Date, "now", () => clock.now],
    [globalThis.performance, "now", () => clock.now - START],
    [globalThis.Math, "random", () => 0.5],
    [globalThis.crypto, "getRandomValues", fill],
    [
      globalThis.crypto,
      "randomUUID",
      () => `00000000-0000-4000-8000-${(++uuids).toString(16).padStart(12, "0")}`,
    ],
  ].map(([owner, name, value]) => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    return () =>
      before ? Object.defineProperty(owner, name, before) : Reflect.deleteProperty(owner, name);
  });
  return () => replaced.forEach((restore) => restore());
}

/** The environment of a scenario. */
class World {
  log = [];
  /** The application's id. Each scenario needs a new one, because dials are remembered. It is the same for both versions. */
  application;
  #clock;

  constructor(clock, application) {
    this.#clock = clock;
    this.application = application;
  }

  record = (what, value) => void this.log.push({ [what]: value });

  /** Lets time pass, in milliseconds. */
  pass = (ms) => new Promise((resolve) => this.#clock.set(resolve, ms));

  onEvent = (event) => this.record("event", event);

  /** A `fetch` that returns these answers in turn, then repeats the last one. */
  fetch(...answers) {
    let sent = 0;
    return async (asked, init) => {
      const request = typeof asked === "string" ? new Request(asked, init) : asked;
      this.record("fetch", sentBy(request));
      const answer = answers[Math.min(sent++, answers.length - 1)];
      return await answer({ request, world: this });
    };
  }

  /** Runs a function and logs its result. Returns `undefined` where it failed. */
  async attempt(what, act) {
    try {
      const value = await act();
      this.record(what, what.startsWith("new") ? "made" : value);
      return value;
    } catch (error) {
      this.record(`${what} failed`, error);
      return undefined;
    }
  }
}

const sentBy = (request) => ({
  url: request.url,
  method: request.method,
  headers: [...request.headers].sort(),
  credentials: request.credentials,
  redirect: request.redirect,
  mode: request.mode,
  cache: request.cache,
  keepalive: request.keepalive,
  hasBody: request.body !== null,
  isAborted: request.signal.aborted,
});

/** Runs a scenario with one version, and returns its log. */
export async function story(nh, scenario, application) {
  const clock = new Clock();
  const world = new World(clock, application);
  const network = async () => Response.json({ call_id: "by the global fetch", data: [] });
  const restore = install(clock, world.fetch(network));
  try {
    let isDone = false;
    let failure;
    Promise.resolve(scenario(nh, world))
      .catch((error) => (failure = { error }))
      .finally(() => (isDone = true));
    for (let timers = 0; ; timers++) {
      await quiet();
      if (isDone) break;
      if (timers > MOST_TIMERS || !clock.jump()) {
        world.record("the end", "it hangs");
        break;
      }
    }
    if (failure) throw failure.error;
    return world.log;
  } finally {
    restore();
  }
}
