/**
 * What the bundle has for `lit`: a renderer, and of Lit's base class what the elements use.
 *
 * They are written for Lit's class and work with it. This one does the same for them in a third of
 * its bytes: a class names all its properties (`...super.properties`), with `attribute`, `type`
 * (Boolean or Number) and `reflect`, which it does at once, to an attribute of the same name; it has
 * `willUpdate`, `render` and `updated`; its styles are an array of sheets; there are no controllers,
 * converters or decorators.
 */

import { child } from "./lit-html.mjs";
import { memo } from "./memo.ts";

export { html, nothing } from "./lit-html.mjs";

export const css = ([text]) => text;

/** Made when it is first used, and not on a server. */
const sheetOf = memo((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

export class LitElement extends HTMLElement {
  static get observedAttributes() {
    const attributes = (this._$attributes = {});
    for (const [name, { attribute = name }] of Object.entries(this.properties)) {
      if (attribute) attributes[attribute] = name;
      // What a class has of its own is its own affair.
      if (Object.hasOwn(this.prototype, name)) continue;
      Object.defineProperty(this.prototype, name, {
        get() {
          return this._$values[name];
        },
        set(value) {
          const old = this[name];
          this._$values[name] = value;
          this.requestUpdate(name, old);
        },
      });
    }
    return Object.keys(attributes);
  }

  _$values = {};
  _$early = {};
  _$changed = new Map();
  updateComplete = new Promise((start) => (this._$start = start));

  constructor() {
    super();
    // What was set before there was a class is set again once the class has set its defaults.
    for (const name in this.constructor.properties) {
      if (!Object.hasOwn(this, name)) continue;
      this._$early[name] = this[name];
      delete this[name];
    }
    this.requestUpdate();
  }

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = this.constructor.styles.map(sheetOf);
      this._$show = child(root.appendChild(document.createComment("")));
    }
    this._$start();
  }

  disconnectedCallback() {}

  attributeChangedCallback(attribute, _, value) {
    const { properties, _$attributes } = this.constructor;
    const name = _$attributes[attribute];
    const { type } = properties[name];
    this[name] = type === Boolean ? value !== null : type ? type(value) : value;
  }

  requestUpdate(name, old) {
    if (name) {
      if (Object.is(this[name], old)) return;
      if (!this._$changed.has(name)) this._$changed.set(name, old);
      const value = this[name];
      if (this.constructor.properties[name].reflect)
        if (value) this.setAttribute(name, value === true ? "" : value);
        else this.removeAttribute(name);
    }
    if (!this._$isPending) this.updateComplete = this._$updateAfter(this.updateComplete);
  }

  async _$updateAfter(last) {
    this._$isPending = true;
    // What went wrong nobody waited for: it is told, and this one has its chance.
    await last.catch((error) => void Promise.reject(error));
    Object.assign(this, this._$early);
    this._$early = {};
    const changed = this._$changed;
    let content;
    try {
      this.willUpdate(changed);
      content = this.render();
    } finally {
      this._$changed = new Map();
      this._$isPending = false;
    }
    this._$show(content);
    this.updated(changed);
    return !this._$isPending;
  }
}
