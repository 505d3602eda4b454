/** Makes elements without markup, so that what people said always stays text. */

const svgNamespace = "http://www.w3.org/2000/svg";

/** `on` has listeners. A property that is `undefined`, `null` or `false` is left out; `true` is an empty attribute. */
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

/** Text for screen readers only. */
export const hidden = (...text) => h("span", { class: "visually-hidden" }, ...text);

/** Replaces a parent's children. If they are the same, it changes nothing and so keeps focus and scroll position. */
export function setChildren(parent, nodes) {
  const wanted = nodes.flat(Infinity).filter(Boolean);
  const isSame =
    wanted.length === parent.childNodes.length &&
    wanted.every((node, at) => parent.childNodes[at] === node);
  if (isSame) return;
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  parent.replaceChildren(...wanted);
  if (focused && parent.contains(focused)) focused.focus({ preventScroll: true });
}

/** A part that is built again only if its values have changed. */
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
      setChildren(slot, [content]);
    },
  };
}
