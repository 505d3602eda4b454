import { h } from "../common/dom.js";

let serial = 0;

/** Asks, in the browser's own dialog; gives the chosen action, or null. The careful answer has the focus. */
export function ask({ title, text, actions, cancel = "Cancel" }) {
  const id = `dialog-${(serial += 1)}`;
  const button = ({ id: value, label, isPrimary }) =>
    h(
      "button",
      {
        type: "button",
        class: `button ${isPrimary ? "button-primary" : ""}`,
        on: {
          // The second half of a double click on what opened this must not answer it.
          click: (event) => event.detail < 2 && dialog.close(value),
        },
      },
      label,
    );
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-text` },
    h("h2", { class: "dialog-title", id: `${id}-title`, dir: "auto" }, title),
    h("div", { class: "dialog-text", id: `${id}-text` }, text),
    h(
      "div",
      { class: "dialog-actions" },
      h(
        "button",
        { type: "button", class: "button", autofocus: true, on: { click: () => dialog.close("") } },
        cancel,
      ),
      actions.map(button),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
  });
}
