import { people, signIn } from "./data/ats.js";
import { h, setChildren } from "./common/dom.js";
import { initials } from "./common/format.js";
import { problemBox } from "./common/problem.js";

const choice = document.querySelector("#people");
const problem = document.querySelector("#problem");

async function show() {
  try {
    const all = await people();
    setChildren(problem, []);
    setChildren(choice, all.map(card));
  } catch (error) {
    setChildren(problem, [problemBox(error, show)]);
  }
}

function card({ id, name, company }) {
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "sign-in-card", on: { click: () => enter(id) } },
      h("span", { class: "avatar", "aria-hidden": "true" }, initials(name)),
      h(
        "span",
        { class: "sign-in-name" },
        `Continue as ${name}`,
        h("span", { class: "muted" }, company),
      ),
    ),
  );
}

async function enter(id) {
  try {
    await signIn(id);
    location.assign(`/${location.hash}`);
  } catch (error) {
    setChildren(problem, [problemBox(error)]);
  }
}

show();
