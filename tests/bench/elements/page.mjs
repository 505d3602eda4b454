/** The page that measures the elements; the driver calls `measure`. */

import * as ours from "ninjahire-calls";
import { NinjahireTranscript } from "ninjahire-calls/elements/transcript/define";
import "ninjahire-calls/elements/call/define";
import { plainTranscript } from "./plain.mjs";

// The call is opened on a page that has been there for a while: its fonts are known.
document.body.insertAdjacentHTML("afterbegin", "<h1>Calls</h1><p>A page <b>of</b> <small>somebody</small>.</p>");
await ours.init();

const place = document.querySelector("main");
const sheets = NinjahireTranscript.styles.map(({ styleSheet }) => styleSheet);

/** Until the next frame has been painted. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(isSo) {
  while (!isSo()) await pause(20);
}

/** The call of `kind`, as the client gives it. */
async function fetchCall(kind) {
  const client = new ours.NinjaHireClient({ baseUrl: `/corpora/${kind}` });
  return client.getCallDetails("c1");
}

/** How long something takes. */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The longest task that something brings, until `isOver`; 0 where none takes longer than 50 ms, of which alone browsers speak. */
async function longestTask(work, isOver) {
  // What came before is not its own.
  await pause(100);
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: "longtask" });
  await work();
  await until(isOver);
  await pause(500);
  observer.disconnect();
  return longest;
}

const rowsOf = (transcript) => transcript.shadowRoot.querySelectorAll(".turn").length;
const transcriptOf = (call) => call.shadowRoot?.querySelector("ninjahire-transcript");

/** What is shown first of a transcript: its start, painted. */
async function firstPaint(turns) {
  const plain = await timed(() => {
    place.replaceChildren(plainTranscript(turns, sheets));
    return painted();
  });
  const element = document.createElement("ninjahire-transcript");
  const own = await timed(() => {
    element.turns = turns;
    place.replaceChildren(element);
    return painted();
  });
  await until(() => rowsOf(element) === turns.length);
  return { plain, own };
}

await pause(200);

globalThis.measure = {
  async ratios(kind, rounds) {
    const { transcript } = await fetchCall(kind);
    const turns = ours.parseTranscript(transcript);
    const samples = { plain: [], paint: [], update: [], textUpdate: [], key: [] };
    for (let round = 0; round < rounds; round += 1) {
      const { plain, own } = await firstPaint(turns);
      samples.plain.push(plain);
      samples.paint.push(own);
    }
    return samples;
  },
  async plain(kind) {
    const call = await fetchCall(kind);
    const turns = ours.parseTranscript(call.transcript);
    return longestTask(async () => { await pause(0); place.replaceChildren(plainTranscript(turns, sheets)); }, () => true);
  },
  async marks(kind) {
    const call = await fetchCall(kind);
    const element = document.createElement("ninjahire-call");
    place.replaceChildren(element);
    await pause(200);
    const out = [];
    const wrap = (tag, name) => {
      const proto = customElements.get(tag).prototype;
      const old = proto[name];
      proto[name] = function (...args) {
        const start = performance.now();
        const result = old.apply(this, args);
        out.push([tag.slice(10), name, start - t0, performance.now() - start].map((x) => (x.toFixed ? +x.toFixed(1) : x)).join(" "));
        return result;
      };
    };
    let t0 = 0;
    for (const tag of ["ninjahire-call", "ninjahire-transcript"]) for (const name of ["performUpdate", "willUpdate", "render", "update", "updated", "restyle"]) if (customElements.get(tag).prototype[name]) wrap(tag, name);
    customElements.whenDefined("ninjahire-picture").then(() => { for (const name of ["performUpdate", "willUpdate","render"]) wrap("ninjahire-picture", name); });
    customElements.whenDefined("ninjahire-player").then(() => { for (const name of ["performUpdate"]) wrap("ninjahire-player", name); });
    const obs = new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) out.push(`LONG ${(startTime - t0).toFixed(0)} ${duration.toFixed(0)}`); });
    obs.observe({ type: "longtask" });
    t0 = performance.now();
    element.call = call;
    await until(() => transcriptOf(element) && element.shadowRoot.querySelector(".found p"));
    await pause(300);
    return out;
  },
  async open(kind) {
    const call = await fetchCall(kind);
    const element = document.createElement("ninjahire-call");
    place.replaceChildren(element);
    element.call = call;
    await until(() => transcriptOf(element) && element.shadowRoot.querySelector(".found p"));
  },
  /** The longest task of a call that is opened, masked, unmasked and searched. */
  async tasks(kind) {
    const call = await fetchCall(kind);
    const turns = ours.parseTranscript(call.transcript).length;
    const element = document.createElement("ninjahire-call");
    place.replaceChildren(element);
    const inside = (selector) => element.shadowRoot?.querySelector(selector);
    const rows = () => transcriptOf(element) && rowsOf(transcriptOf(element));
    const isLinked = () => inside(".found p, [part=evidence]");
    const opened = await longestTask(
      () => (element.call = call),
      () => rows() === turns && isLinked(),
    );
    const isSwitched = (isOn) => () =>
      !!inside(".tools .switch + .muted") === isOn && rows() === turns;
    const masked = await longestTask(() => (element.masked = true), isSwitched(true));
    const unmasked = await longestTask(() => (element.masked = false), isSwitched(false));
    const first = await longestTask(
      () => transcriptOf(element).search("s"),
      () => true,
    );
    const next = await longestTask(
      () => transcriptOf(element).search("sh"),
      () => true,
    );
    return { opened, masked, unmasked, first, next, turns };
  },
};
