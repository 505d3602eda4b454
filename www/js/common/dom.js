/** Elements, made without markup: what people said is only ever text. */

const svgNamespace = "http://www.w3.org/2000/svg";

/** `on` has listeners; a property of `undefined`, `null` or `false` is left out, `true` is an empty attribute. */
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, tag), properties, children);
}

function fill(element, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** Text that only screen readers get. */
export const hidden = (...text) => h("span", { class: "visually-hidden" }, ...text);

/** Puts nodes into a parent; touches nothing, and so keeps focus and scroll, where they are there already. */
export function place(parent, nodes) {
  const wanted = nodes.flat(Infinity).filter(Boolean);
  const isSame =
    wanted.length === parent.childNodes.length &&
    wanted.every((node, at) => parent.childNodes[at] === node);
  if (isSame) return;
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  parent.replaceChildren(...wanted);
  if (focused && parent.contains(focused)) focused.focus({ preventScroll: true });
}

/** A part that is built anew only when what it shows has changed. */
export function part(build) {
  const slot = h("div", { class: "part" });
  let shown;
  return {
    element: slot,
    show(...values) {
      const key = JSON.stringify(values);
      if (key === shown) return;
      shown = key;
      const content = build(...values);
      slot.hidden = !content;
      place(slot, [content]);
    },
  };
}
