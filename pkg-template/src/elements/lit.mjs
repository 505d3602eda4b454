/**
 * Lit as it is bundled: its renderer without what the elements do not use, and `lit-base.mjs`.
 *
 * The elements are written for Lit as it is, and work with it. Their templates are plain, though:
 * an expression is the whole of an attribute, without quotes, or it is a child. There are no
 * directives, no comments and no `<style>` in them; `lean.mjs` holds them to it.
 *
 * Each cut is what stands in Lit's published code and what is put in its place. One that does not
 * fit Lit's code any more fails the build: look at Lit's change, then change or drop the cut.
 */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Templates, what is made of them, and expressions in attributes, where all of them are plain.
 * Names are Lit's: `S` is its Template, `R` its TemplateInstance, `k` a ChildPart, `A` is `nothing`.
 */
const templates = `
class S {
  constructor({ strings }) {
    const names = [];
    this.parts = [];
    this.el = document.createElement("template");
    const markup = strings
      .map((text, at) => {
        const [name] = /\\S+(?==$)/.exec(text) ?? [];
        if (name) names.push(name);
        return name ? text + h : at < strings.length - 1 ? text + "<!--" + h + "-->" : text;
      })
      .join("");
    this.el.innerHTML = e ? e.createHTML(markup) : markup;
    const walker = document.createTreeWalker(this.el.content, 129);
    for (let node, index = 0; (node = walker.nextNode()); index++) {
      if (node.data === h) this.parts.push({ index });
      for (const name of node.getAttributeNames?.() ?? [])
        if (node.getAttribute(name) === h) {
          node.removeAttribute(name);
          this.parts.push({ index, name: names.shift() });
        }
    }
  }
}
class R {
  constructor(template) {
    this._$AD = template;
  }
  u(options) {
    const fragment = document.importNode(this._$AD.el.content, true);
    const walker = document.createTreeWalker(fragment, 129);
    let at = -1;
    let node;
    this._$AV = this._$AD.parts.map(({ index, name }) => {
      for (; at < index; at++) node = walker.nextNode();
      if (name) return attribute(node, name, options.host);
      const child = new k(node, node.nextSibling, options);
      return (value) => child._$AI(value);
    });
    return fragment;
  }
  p(values) {
    this._$AV.forEach((show, at) => show(values[at]));
  }
}
function attribute(element, name, host) {
  const own = name.slice(1);
  let last = A;
  return (value) => {
    if (value === last) return;
    if (name[0] === "@") {
      if (last === A) element.addEventListener(own, (event) => last?.call(host, event));
    } else if (name[0] === ".") element[own] = value;
    else if (name[0] === "?") element.toggleAttribute(own, !!value);
    else if (value === A) element.removeAttribute(name);
    else element.setAttribute(name, value);
    last = value;
  };
}
class k`;

const cuts = [
  // Polyfills, and what would be left in the global scope.
  [/const j=\{M:h[^]*?\("3\.3\.3"\);/, ""],
  [`export{j as _$LH,`, "export{"],
  // Only `html`, whose markers nobody can write by accident.
  [
    /x=t=>\(i,\.\.\.s\)=>[^]*?T=x\(3\),E=Symbol\.for\("lit-noChange"\),/,
    `b=(strings,...values)=>({_$litType$:1,strings,values}),`,
  ],
  [`T as mathml,E as noChange,`, ""],
  [`,w as svg`, ""],
  [/,o=`lit\$[^]*?,l=document,/, ","],
  [/,f="\[ [^]*?title\)\$\/i/, ""],
  [`,P=l.createTreeWalker(l,129)`, ""],
  [/\bl\.create(Comment|TextNode)/g, "document.create$1"],
  // Templates, and directives, of which there are none.
  [/function V\(t,i\)\{[^]*?\}class k/, templates],
  [
    `get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}`,
    `constructor(t,i,e){this._$AH=A,this._$AA=t,this._$AB=i,this.options=e}`,
  ],
  [
    `get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=M(this,t,i),`,
    `_$AI(t){`,
  ],
  [`t!==this._$AH&&t!==E&&this._(t)`, `t!==this._$AH&&this._(t)`],
  [
    `"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)`,
    `this._$AC(t)`,
  ],
  [`const{values:i,_$litType$:s}=t,`, `const{values:i}=t,`],
  [`new R(e,this)`, "new R(e)"],
  [
    `new k(this.O(c()),this.O(c()),this,this.options)`,
    `new k(this.O(c()),this.O(c()),this.options)`,
  ],
  [`this._$AR(s&&s._$AB.nextSibling,e)`, `this._$AR(s&&s._$AB.nextSibling)`],
  [
    `_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==`,
    `_$AR(t=this._$AA.nextSibling){for(;t!==`,
  ],
  [`const s=i(t).nextSibling;i(t).remove(),t=s`, `const s=t.nextSibling;t.remove(),t=s`],
  [`setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}`, ""],
  [/class H\{[^]*?class Z\{[^]*?M\(this,t\)\}\}/, ""],
  // Of what can be gone through, only arrays are used.
  [/,d=t=>u\(t\)\|\|[^,]*/, ""],
  [`:d(t)?`, ":u(t)?"],
  [
    /const D=\(t,i,s\)=>\{[^]*?,h\};/,
    `const D=(t,i,s)=>{(i._$litPart$??=new k(i.appendChild(c()),null,s))._$AI(t)};`,
  ],
];

/** The plugin for esbuild. */
export const lessLit = {
  name: "less-lit",
  setup(builder) {
    const here = dirname(fileURLToPath(import.meta.url));
    builder.onResolve({ filter: /^lit$/ }, () => ({ path: join(here, "lit-base.mjs") }));
    builder.onLoad({ filter: /lit-html[\\/].*lit-html\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [from, to] of cuts) {
        const cut = contents.replace(from, to);
        if (cut === contents)
          throw new Error(`${path} has no longer what is cut out of it: ${from}`);
        contents = cut;
      }
      return { contents };
    });
  },
};
