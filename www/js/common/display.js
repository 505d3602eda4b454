/** The reader's choices for the page: light or dark, and the text direction. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const choices = {
  theme: {
    label: "Appearance",
    options: [
      ["auto", "As the system"],
      ["light", "Light"],
      ["dark", "Dark"],
    ],
  },
  dir: {
    label: "Direction",
    options: [
      ["ltr", "Left to right"],
      ["rtl", "Right to left"],
    ],
  },
};

export function displayMenu() {
  const root = document.documentElement;
  const field = ([name, { label, options }]) => {
    const id = `display-${name}`;
    const control = h(
      "select",
      { id, on: { change: ({ target }) => set(name, target.value) } },
      options.map(([value, text]) => h("option", { value }, text)),
    );
    control.value = root.dataset[name] ?? options[0][0];
    return h(
      "div",
      { class: "menu-field" },
      h("label", { for: id }, label),
      h("div", { class: "select" }, control, icon("down")),
    );
  };
  const menu = h(
    "details",
    { class: "menu" },
    h("summary", { class: "icon-button", "aria-label": "Display" }, icon("display")),
    h("div", { class: "menu-panel" }, Object.entries(choices).map(field)),
  );
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  return menu;
}

function set(name, value) {
  localStorage.setItem(`display-${name}`, value);
  globalThis.applyDisplay();
}
