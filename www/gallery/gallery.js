/** Every element in every state. */

import { NinjaHireClient } from "/node_modules/ninjahire-calls/index.js";
import "/node_modules/ninjahire-calls/elements/index.js";
import {
  call,
  failed,
  hostile,
  live,
  otherScripts,
  results,
  transcript,
  unassessed,
} from "./samples.js";
import { strings } from "./strings.js";

const main = document.querySelector("main");

/** A client whose server answers with this, or never. */
function clientThat(answers) {
  return new NinjaHireClient({
    baseUrl: `${location.origin}/gallery/nowhere`,
    retries: 0,
    fetch: async (request) => {
      const [status, body] = answers(new URL(request.url)) ?? [];
      if (status === undefined) return new Promise(() => {});
      return new Response(JSON.stringify(body), {
        status,
        headers: { "content-type": "application/json" },
      });
    },
  });
}

const silent = clientThat(() => undefined);
const refusing = clientThat(() => [
  403,
  { title: "Forbidden", detail: "This application belongs to another team." },
]);
const half = clientThat(({ searchParams }) =>
  searchParams.get("page") === "1" ? [200, { data: results.slice(0, 100), count: 130 }] : undefined,
);

/** For each element: the name of a state, and what to set for it. */
const states = {
  "ninjahire-call-button": Object.fromEntries(
    // `phase` is what the element itself goes through; set from outside only here, to show each.
    [
      "idle",
      "confirm",
      "dialing",
      "ringing",
      "talking",
      "done",
      "failed",
      "refused",
      "unknown",
      "redial",
      "pending",
      "placed",
      "lost",
    ].map((phase) => [phase, { applicationId: "a1", client: silent, phase }]),
  ),
  "ninjahire-call": {
    done: { call },
    "in progress": { call: live },
    "not assessed": { call: unassessed },
    failed: { call: failed },
    hostile: { call: hostile },
    loading: { callId: "c1", client: silent },
    error: { callId: "c1", client: refusing },
    empty: {},
  },
  "ninjahire-transcript": {
    done: { transcript, anchorPrefix: "turn-" },
    live: { transcript, live: true },
    "other scripts": { transcript: otherScripts },
    "no labels": { transcript: "We talked about shifts, and agreed to talk again next week." },
    waiting: { live: true },
    loading: { loading: true },
    empty: {},
  },
  "ninjahire-results": {
    done: { results },
    loading: { jobId: "job", client: silent },
    "loading more": { jobId: "job", client: half },
    error: { jobId: "job", client: refusing },
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
  for (const [name, properties] of Object.entries(all)) {
    const stage = document.createElement("div");
    stage.className = "stage";
    const label = document.createElement("h3");
    label.textContent = name;
    const element = document.createElement(tag);
    if (tag === "ninjahire-transcript") {
      const box = document.createElement("div");
      box.className = "plain";
      box.append(element);
      stage.append(label, box);
    } else stage.append(label, element);
    element.headingLevel = 4;
    Object.assign(element, properties);
    list.append(stage);
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
