/**
 * What the bundle has for Lit's renderer: it draws the same of the templates that the elements have.
 *
 * They are plain: an expression is the whole of an attribute, without quotes, or it is a child; there
 * are no directives and no comments. `lean.mjs` holds them to it, and marks the attributes that are
 * expressions: `$name` is one, `.name` a property, `@name` a listener.
 */

import { memo } from "./memo.ts";

/** As an attribute: none. As a child: nothing. */
export const nothing = "";

export const html = (strings, ...values) => ({ _$strings: strings, _$values: values });

const policy = globalThis.trustedTypes?.createPolicy("lit-html", { createHTML: (text) => text });

/** A comment stands for each child. */
const templateOf = memo((strings) => {
  const template = document.createElement("template");
  const markup = strings.reduce((all, text) => all + (/=$/.test(all) ? 0 : "<?>") + text);
  template.innerHTML = policy ? policy.createHTML(markup) : markup;
  return template;
});

/** A template in the page, and what shows each of its values. */
function instance(strings) {
  const fragment = document.importNode(templateOf(strings).content, true);
  const walker = document.createTreeWalker(fragment, 129);
  const parts = [];
  for (let node; (node = walker.nextNode());) {
    if (node.data) parts.push(child(node, node.nextSibling));
    else
      for (const name of node.getAttributeNames())
        if (name < "a") {
          node.removeAttribute(name);
          parts.push(attribute(node, name));
        }
  }
  return [fragment, parts];
}

function attribute(element, name) {
  const own = name.slice(1);
  let last;
  // Added once, however often it is added.
  const listener = (event) => last?.(event);
  return (value) => {
    if (value === last) return;
    last = value;
    if (name[0] === "@") element.addEventListener(own, listener);
    else if (name[0] === ".") element[own] = value;
    else if (value === nothing) element.removeAttribute(own);
    else element.setAttribute(own, value);
  };
}

/** Shows a value between two nodes: text, a node, a template with its values, or an array of those. */
export function child(start, end = null) {
  let last;
  let parts;
  let ends;
  const clear = (from) => {
    while (from.nextSibling !== end) from.nextSibling.remove();
  };
  return (value) => {
    const isArray = Array.isArray(value);
    const { _$strings: strings, _$values: values = value } = value ?? {};
    const kind = isArray ? child : (strings ?? value ?? nothing);
    let fragment;
    if (kind !== last) {
      clear(start);
      last = kind;
      parts = [];
      ends = [start];
      if (strings) [fragment, parts] = instance(strings);
      else if (!isArray) start.after(kind);
    }
    if (!isArray && !strings) return;
    values.forEach((one, at) => {
      if (!parts[at]) {
        ends[at].after((ends[at + 1] = document.createComment("")));
        parts[at] = child(ends[at], ends[at + 1]);
      }
      parts[at](one);
    });
    if (fragment) start.after(fragment);
    if (isArray) clear(ends[(parts.length = values.length)]);
  };
}
