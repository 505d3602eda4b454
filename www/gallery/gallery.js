/** Every element in every state. */

import {
  NinjaHireClient,
  init,
  parseQuestions,
  parseTranscript,
} from "/node_modules/ninjahire-calls/embed.js";
import { linkEvidence } from "/node_modules/ninjahire-calls/reading/index.js";
import {
  call,
  failed,
  hostile,
  live,
  otherScripts,
  results,
  transcript,
  unassessed,
  unreadable,
} from "./samples.js";
import { createSnippet } from "./snippet.js";
import { strings } from "./strings.js";

const main = document.querySelector("main");

/** A client whose server gives these answers, or none. */
function clientThat(answers) {
  return new NinjaHireClient({
    baseUrl: `${location.origin}/gallery/nowhere`,
    retries: 0,
    fetch: async (request) => {
      const [status, body] = answers(new URL(request.url), request.method) ?? [];
      if (status === undefined) return new Promise(() => {});
      return new Response(JSON.stringify(body), {
        status,
        headers: { "content-type": "application/json" },
      });
    },
  });
}

const silent = clientThat(() => undefined);
const answering = (status, title) => clientThat(() => [status, { title }]);
const refusing = clientThat(() => [
  403,
  { title: "Forbidden", detail: "This application belongs to another team." },
]);
const placing = clientThat((_, method) =>
  method === "POST" ? [200, { status: "initiated", call_id: call.call_id }] : [200, call],
);
const assessing = clientThat(() => [200, unassessed]);
let asked = 0;
const breaking = clientThat(() => (asked++ ? [403, { title: "Gone" }] : [200, live]));
const half = (second) =>
  clientThat(({ searchParams }) =>
    searchParams.get("page") === "1" ? [200, { data: results.slice(0, 100), count: 130 }] : second,
  );

/** Sets a phase of the call button. Only the gallery does so: otherwise the button changes its phase itself. */
const phase = (name) => ({ applicationId: "a1", client: silent, phase: name });

/** Presses the button and confirms, to show the result. Each button has its own application, so none is a second call. */
const pressed = (client) => ({
  applicationId: crypto.randomUUID(),
  client,
  async then(button) {
    // Otherwise it would take the focus, and the page would scroll to it.
    button.inert = true;
    button.ask();
    // The button treats an earlier press as the second half of a double click.
    await new Promise((done) => setTimeout(done, 500));
    button.shadowRoot.querySelector("button.main").click();
    setTimeout(() => (button.inert = false), 500);
  },
});

/** Makes the recording of a call look expired. */
async function expire(element) {
  await customElements.whenDefined("ninjahire-player");
  for (let times = 0; times < 2; times += 1) {
    await new Promise((done) => setTimeout(done, 300));
    element.shadowRoot.querySelector("ninjahire-player")?.dispatchEvent(new Event("error"));
  }
}

/** Draws a conversation and where its questions were asked. */
async function draw(picture, text) {
  await init();
  const turns = parseTranscript(text);
  const questions = parseQuestions(call.questions_response).rows;
  Object.assign(picture, { turns, questions, evidence: await linkEvidence(turns, questions) });
}

/** For each element, its states by name, with the properties to set. `then` runs when the element is on the page. */
const states = {
  "ninjahire-call-button": {
    idle: phase("idle"),
    disabled: { disabled: true },
    confirm: phase("confirm"),
    dialing: phase("dialing"),
    ringing: phase("ringing"),
    "in conversation": phase("talking"),
    done: phase("done"),
    "done, with a score": pressed(placing),
    "not reached": phase("failed"),
    "refused: no access": pressed(refusing),
    "refused: signed out": pressed(answering(401, "Sign in first")),
    "refused: too many requests": pressed(answering(429, "Slow down")),
    "refused: no provider": { applicationId: "a1", phase: "refused" },
    "outcome unknown": pressed(answering(503, "Try again later")),
    "called a moment ago": phase("redial"),
    "called from another tab": phase("pending"),
    "placed, not followed": phase("placed"),
    "no longer followed": phase("lost"),
  },
  "ninjahire-call": {
    done: { call },
    "contact details hidden": { call, masked: true },
    "in progress": { call: live },
    "being assessed": { callId: "c1", client: assessing },
    "not assessed": { call: unassessed },
    failed: { call: failed },
    "recording expired": {
      call,
      client: clientThat(() => [200, call]),
      // The player reports an error, the link is renewed once, and the player reports another error.
      then: (element) => expire(element),
    },
    "not all of it readable": { call: unreadable },
    hostile: { call: hostile },
    "updates stopped": { callId: "c1", client: breaking },
    loading: { callId: "c1", client: silent },
    error: { callId: "c1", client: refusing },
    "no provider": { callId: "c1" },
    empty: {},
  },
  "ninjahire-transcript": {
    done: { transcript, anchorPrefix: "turn-" },
    searched: { transcript, then: (element) => element.search("shift supervisor") },
    live: { transcript, live: true },
    "other scripts": { transcript: otherScripts },
    "no labels": { transcript: "We talked about shifts, and agreed to talk again next week." },
    waiting: { live: true },
    loading: { loading: true },
    error: { transcript, options: { roles: "all of them" } },
    empty: {},
  },
  "ninjahire-picture": {
    "by time, with questions": { then: (element) => draw(element, transcript) },
    "at a question": {
      then: async (element) => {
        await draw(element, transcript);
        Object.assign(element, { question: 0, current: 2 });
      },
    },
    "by share of words": { then: (element) => draw(element, otherScripts) },
  },
  "ninjahire-player": {
    ready: { src: call.recording_url, label: "Recording" },
    "no recording": {},
  },
  "ninjahire-results": {
    done: { results, selected: results[3].call_id },
    "calls shown": {
      results,
      then: (element) => element.shadowRoot.querySelector('[part="calls"]').click(),
    },
    "no match": { results, filter: { query: "nobody", status: "", assessment: "" } },
    loading: { jobId: "job", client: silent },
    "loading more": { jobId: "job", client: half() },
    incomplete: { jobId: "job", client: half([503, { title: "Try again later" }]) },
    error: { jobId: "job", client: refusing },
    "no provider": { jobId: "job" },
    empty: { results: [] },
  },
};

const nav = document.querySelector("nav");
for (const [tag, all] of Object.entries(states)) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  heading.id = tag;
  heading.textContent = `<${tag}>`;
  const link = document.createElement("a");
  link.href = `#${tag}`;
  link.textContent = heading.textContent;
  nav.append(link);
  section.append(heading);
  const list = document.createElement("div");
  if (tag === "ninjahire-call-button") list.className = "few";
  for (const [name, { then, ...properties }] of Object.entries(all)) {
    const stage = document.createElement("div");
    stage.className = "stage";
    const label = document.createElement("h3");
    label.textContent = name;
    const element = document.createElement(tag);
    if (/transcript|picture|player/.test(tag)) {
      const box = document.createElement("div");
      box.className = "plain";
      box.append(element);
      stage.append(label, box);
    } else stage.append(label, element);
    stage.append(createSnippet(element, tag, properties));
    element.headingLevel = 4;
    Object.assign(element, properties);
    list.append(stage);
    if (then) void Promise.resolve(element.updateComplete).then(() => then(element));
  }
  section.append(list);
  main.append(section);
}

const form = document.querySelector("form");
const remembered = new URLSearchParams(location.search);
for (const select of form.elements) select.value = remembered.get(select.name) ?? select.value;

function show() {
  const { theme, lang, dir, width, density } = Object.fromEntries(new FormData(form));
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = lang;
  main.dir = dir;
  main.style.setProperty("--width", width ? `${width}px` : "none");
  for (const element of main.querySelectorAll(Object.keys(states).join())) {
    element.density = density;
    element.strings = strings[lang];
  }
}

form.addEventListener("change", () => {
  show();
  history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}${location.hash}`);
});
show();
