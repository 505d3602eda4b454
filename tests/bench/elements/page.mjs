/** The page that measures the elements; the driver calls `measure`. */

import * as ours from "ninjahire-calls";
import "ninjahire-calls/elements/call/define";
import { NinjahireTranscript } from "ninjahire-calls/elements/transcript/define";
import { plainTranscript } from "./plain.mjs";
import { longestTask, painted, pause, timed, until } from "./timing.mjs";

const container = document.querySelector("main");
const sheets = NinjahireTranscript.styles.map(({ styleSheet }) => styleSheet);
await ours.init();
// Users open a call on a page that has finished loading.
await pause(200);

/** The call of a kind, as the client returns it, and its turns. */
async function fetchCall(kind) {
  const client = new ours.NinjaHireClient({ baseUrl: `/corpora/${kind}` });
  const call = await client.getCallDetails("c1");
  return { call, turns: ours.parseTranscript(call.transcript) };
}

const rowsIn = (transcript) => transcript.shadowRoot.querySelectorAll(".turn").length;

/** The milliseconds until a transcript is painted, with plain DOM and with our element. */
async function firstPaints(turns) {
  const plain = await timed(() => {
    container.replaceChildren(plainTranscript(turns, sheets));
    return painted();
  });
  const element = document.createElement("ninjahire-transcript");
  const own = await timed(() => {
    element.turns = turns;
    container.replaceChildren(element);
    return painted();
  });
  await until(() => rowsIn(element) === turns.length);
  return { plain, own };
}

/** A live transcript of these turns. `grow` adds a turn. */
async function liveTranscript({ call, turns }, isText) {
  const element = document.createElement("ninjahire-transcript");
  element.live = true;
  let text = call.transcript;
  let count = turns.length;
  const set = () => (isText ? (element.transcript = text) : (element.turns = turns));
  set();
  container.append(element);
  await until(() => rowsIn(element) === count);
  /** Adds a turn; returns the milliseconds until it is laid out. */
  const grow = async () => {
    const words = `Turn ${count} has an ordinary length and is about the commute to the plant.`;
    // A new flat string, as from an answer, and not an engine's concatenation of two strings.
    if (isText) text = JSON.parse(JSON.stringify(`${text}\nBOT: ${words}`));
    else turns = turns.concat({ ...turns[0], index: count, text: words });
    count += 1;
    const ms = await timed(async () => {
      set();
      await element.updateComplete;
      void element.shadowRoot.querySelector(".scroller").scrollHeight;
    });
    await painted();
    return ms;
  };
  return { element, grow };
}

/** The milliseconds that the search takes after a key. */
async function keyTyped(element, query) {
  const ms = await timed(async () => {
    await element.search(query);
    await element.updateComplete;
  });
  await painted();
  return ms;
}

/** Opens a call, and waits until all its parts are rendered. */
async function openCall({ call, turns }) {
  const element = document.createElement("ninjahire-call");
  container.replaceChildren(element);
  const find = (selector) => element.shadowRoot?.querySelector(selector);
  const transcript = () => find("ninjahire-transcript");
  const hasRows = () => transcript() && rowsIn(transcript()) === turns.length;
  const isMasked = () => !!find(".tools .switch + .muted");
  const opened = await longestTask(
    () => (element.call = call),
    () => hasRows() && find(".found p, [part=evidence]"),
  );
  return { element, transcript, hasRows, isMasked, opened };
}

globalThis.measure = {
  /** The milliseconds of every round, for painting, extending and searching a transcript. */
  async shares(kind, rounds) {
    const fetched = await fetchCall(kind);
    const samples = { plain: [], paint: [], turns: [], text: [], key: [] };
    for (let round = 0; round < rounds; round += 1) {
      const { plain, own } = await firstPaints(fetched.turns);
      samples.plain.push(plain);
      samples.paint.push(own);
    }
    container.replaceChildren();
    const byTurns = await liveTranscript(fetched, false);
    const byText = await liveTranscript(fetched, true);
    await byTurns.element.search("x");
    const keys = ["s", "sh", "shi", "shif", "shift", "shifts"];
    for (let round = 0; round < rounds; round += 1) {
      samples.key.push(await keyTyped(byTurns.element, keys[round % keys.length]));
    }
    await byTurns.element.search("");
    for (let round = 0; round < rounds; round += 1) {
      samples.turns.push(await byTurns.grow());
      samples.text.push(await byText.grow());
    }
    return samples;
  },

  /** The longest task of each action on a call, in milliseconds. */
  async tasks(kind) {
    const fetched = await fetchCall(kind);
    const { element, transcript, hasRows, isMasked, opened } = await openCall(fetched);
    const masked = await longestTask(
      () => (element.masked = true),
      () => isMasked() && hasRows(),
    );
    const unmasked = await longestTask(
      () => (element.masked = false),
      () => !isMasked() && hasRows(),
    );
    const searched = await longestTask(() => transcript().search("s"));
    const key = await longestTask(() => transcript().search("sh"));
    return { opened, masked, unmasked, searched, key };
  },

  /** The same for plain DOM, which has one action: opening. */
  async plainTask(kind) {
    const { turns } = await fetchCall(kind);
    return longestTask(() => container.replaceChildren(plainTranscript(turns, sheets)));
  },
};
