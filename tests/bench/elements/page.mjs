/** The page that measures the elements; the driver calls `measure`. */

import * as ours from "ninjahire-calls";
import { NinjahireTranscript } from "ninjahire-calls/elements/transcript/define";
import "ninjahire-calls/elements/call/define";
import { plainTranscript } from "./plain.mjs";

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
  /** The longest task of a call that is opened, masked, unmasked and searched. */
  async tasks(kind) {
    const call = await fetchCall(kind);
    const turns = ours.parseTranscript(call.transcript).length;
    const element = document.createElement("ninjahire-call");
    place.replaceChildren(element);
    const rows = () => transcriptOf(element) && rowsOf(transcriptOf(element));
    const opened = await longestTask(
      () => (element.call = call),
      () => rows() === turns && element.evidence,
    );
    const isMasked = () =>
      element.veiled && transcriptOf(element).turns === element.veiled.shown.turns;
    const masked = await longestTask(() => (element.masked = true), isMasked);
    const unmasked = await longestTask(
      () => (element.masked = false),
      () => transcriptOf(element).turns === element.shown.turns,
    );
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
