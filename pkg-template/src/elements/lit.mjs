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

const cuts = [
  // Polyfills, and what would be left in the global scope.
  [/const j=\{M:h[^]*?\("3\.3\.3"\);/, ""],
  [`export{j as _$LH,`, "export{"],
  // Only `html` and `svg`.
  [`,T=x(3)`, ""],
  [`T as mathml,E as noChange,`, ""],
  // The parser, for plain templates.
  [/f="\[ [^]*?title\)\$\/i,/, ""],
  [
    /const N=\(t,i\)=>\{[^]*?,e\]\};class S/,
    `const N=(t,i)=>{const e=[];let l=2===i?"<svg>":"";for(let i=0;i<t.length-1;i++){const s=t[i],u=/\\S+(?==$)/.exec(s);l+=u?(e.push(u[0]),s.slice(0,-1)+h+"="+o):s+r}return[V(t,l+t[t.length-1]+(2===i?"</svg>":"")),e]};class S`,
  ],
  [
    `function V(t,i){if(!u(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return`,
    `function V(t,i){return`,
  ],
  [`2===i||3===i`, "2===i"],
  [
    `const i=v[a++],s=r.getAttribute(t).split(o),e=/([.?@])?(.*)/.exec(i);d.push({type:1,index:l,name:e[2],strings:s,ctor:"."===e[1]?I:"?"===e[1]?L:"@"===e[1]?z:H}),r.removeAttribute(t)}else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));`,
    `const i=v[a++],e=/([.?@])?(.*)/.exec(i);d.push({type:1,index:l,name:e[2],ctor:"."===e[1]?I:"?"===e[1]?L:"@"===e[1]?z:H}),r.removeAttribute(t)}`,
  ],
  [
    /if\(y\.test\(r\.tagName\)\)\{[^]*?\+\+l\}\)\}\}|if\(y\.test\(r\.tagName\)\)\{[^]*?r\.append\(t\[i\],c\(\)\)\}\}/,
    "",
  ],
  [
    `else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++`,
    `else r.data===n&&d.push({type:2,index:l});l++`,
  ],
  // Directives, and what tells asynchronous ones that they are not connected.
  [/function M\(t,i,s=t,e\)\{[^]*?,h,e\)\),i\}/, ""],
  [`this._$AV=[],this._$AN=void 0,this._$AD`, `this._$AV=[],this._$AD`],
  [`get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(`, "u("],
  [`(t?.creationScope??l)`, "l"],
  [
    `2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),`,
    `i=2===r.type?new k(h,h.nextSibling,t):new r.ctor(h,r.name,t),`,
  ],
  [
    `for(const s of this._$AV)void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++`,
    `for(const s of this._$AV)s._$AI(t[i++])`,
  ],
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
    `constructor(t,i){this._$AV=[],this._$AD=t,this._$AM=i}`,
    `constructor(t){this._$AV=[],this._$AD=t}`,
  ],
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
  // An expression is the whole of an attribute.
  [
    /get tagName\(\)\{[^]*?j\(t\)\{t===A/,
    `constructor(t,i,h){this._$AH=A,this.element=t,this.name=i,this.options=h}_$AI(t){t!==this._$AH&&this.j(this._$AH=t)}j(t){t===A`,
  ],
  [
    `class I extends H{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===A?void 0:t}}`,
    `class I extends H{j(t){this.element[this.name]=t}}`,
  ],
  [
    `class L extends H{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==A)}}`,
    `class L extends H{j(t){this.element.toggleAttribute(this.name,!!t)}}`,
  ],
  // A listener is a function, or none.
  [
    /constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}[^]*?class Z\{[^]*?M\(this,t\)\}\}/,
    `_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){this._$AH?.call(this.options.host,t)}}`,
  ],
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
        const cut = contents.replace(from, () => to);
        if (cut === contents)
          throw new Error(`${path} has no longer what is cut out of it: ${from}`);
        contents = cut;
      }
      return { contents };
    });
  },
};
