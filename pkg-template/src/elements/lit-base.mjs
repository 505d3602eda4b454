/**
 * What the bundle has for `lit`: Lit's own renderer, and of its base class what the elements use.
 *
 * They are written for Lit's class and work with it. This one does the same for them in a third of
 * its bytes: a class names all its properties (`...super.properties`), with `attribute`, `type`
 * (Boolean or Number) and `reflect`, which it does at once; its styles are an array of sheets; there
 * are no controllers, converters or decorators.
 */

import { render } from "lit/html.js";

export { html, nothing } from "lit/html.js";

export const css = ([cssText]) => ({ cssText });

const sheets = new Map();

/** Made when it is first used, and not on a server. */
function sheetOf(style) {
  let sheet = sheets.get(style);
  if (!sheet)
    sheets
      .set(style, (sheet = new CSSStyleSheet()))
      .get(style)
      .replaceSync(style.cssText);
  return sheet;
}

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
    if (!this.shadowRoot)
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = this.constructor.styles.map(sheetOf);
    this._$start();
  }

  disconnectedCallback() {}

  attributeChangedCallback(attribute, _, value) {
    const { properties, _$attributes } = this.constructor;
    const name = _$attributes[attribute];
    const { type } = properties[name];
    this[name] = type === Boolean ? value !== null : type && value !== null ? type(value) : value;
  }

  requestUpdate(name, old) {
    if (name) {
      if (Object.is(this[name], old)) return;
      if (!this._$changed.has(name)) this._$changed.set(name, old);
      const { reflect, type, attribute = name } = this.constructor.properties[name];
      if (reflect && type) this.toggleAttribute(attribute, !!this[name]);
      else if (reflect && this[name]) this.setAttribute(attribute, this[name]);
      else if (reflect) this.removeAttribute(attribute);
    }
    if (!this._$isPending) this.updateComplete = this._$updateAfter(this.updateComplete);
  }

  async _$updateAfter(last) {
    this._$isPending = true;
    try {
      await last;
    } catch (error) {
      // Nobody waited for it: it is told, and the next one has its chance.
      Promise.reject(error);
    }
    Object.assign(this, this._$early);
    this._$early = {};
    const changed = this._$changed;
    try {
      this.willUpdate(changed);
      const content = this.render();
      this._$finish();
      render(content, this.shadowRoot, { host: this });
    } catch (error) {
      this._$finish();
      throw error;
    }
    this.updated(changed);
    return !this._$isPending;
  }

  _$finish() {
    this._$changed = new Map();
    this._$isPending = false;
  }

  willUpdate() {}

  updated() {}
}
