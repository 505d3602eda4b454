/**
 * Takes out of Lit what the elements do not use, as they are bundled.
 *
 * The elements are written for Lit as it is, and work with it. Their templates are plain, though:
 * an expression is the whole of an attribute, without quotes, or it is a child. There are no
 * directives, no controllers, no decorators, no comments and no `<style>` in them; `plainTemplates`
 * in `lean.mjs` holds them to it.
 *
 * Each cut is what stands in Lit's published code and what is put in its place. One that does not
 * fit Lit's code any more fails the build: look at Lit's change, then change or drop the cut.
 */

import { readFileSync } from "node:fs";

/** Only Boolean, Number and text are read from attributes, and only Boolean and text reflected. */
const converter = `u={toAttribute:(t,s)=>s===Boolean?t?"":null:t,fromAttribute:(t,s)=>s===Boolean?null!==t:s===Number?null===t?null:Number(t):t}`;

const cuts = {
  "css-tag": [
    // Style sheets without expressions, adopted: every browser with `light-dark()` can.
    [
      /^[^]*$/,
      `class n{constructor(t){this.cssText=t}get styleSheet(){return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}}
      const i=([t])=>new n(t),S=(s,o)=>{s.adoptedStyleSheets=o.map(t=>t.styleSheet)},c=t=>t;
      export{n as CSSResult,S as adoptStyles,i as css,c as getCompatibleStyle};`,
    ],
  ],

  "reactive-element": [
    ["supportsAdoptingStyleSheets,unsafeCSS", ""],
    ["export{CSSResult,css,}", "export{CSSResult,css}"],
    // Polyfills, and what would be left in the global scope, on servers too.
    [`p=a.reactiveElementPolyfillSupport,`, ""],
    [`,p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");`, ";"],
    [`Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;`, ""],
    [
      `const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}`,
      "",
    ],
    [`a=globalThis,c=a.trustedTypes,l=c?c.emptyScript:"",`, ""],
    [`d=(t,s)=>t,`, ""],
    [/d\(("\w+")\)/g, (_, name) => `/* @__KEY__ */${name}`],
    // Converters, `hasChanged` and `useDefault` of a property.
    [/u=\{toAttribute\(t,s\)\{[^]*?return i\}\}/, converter],
    [`b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}`, "b={}"],
    [`(void 0!==i.converter?.toAttribute?i.converter:u)`, "u"],
    [
      `,h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;`,
      ";",
    ],
    [
      `const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,`,
      `this[e]=u.fromAttribute(s,t.type),`,
    ],
    [
      `!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;`,
      `!f(h,s))return;`,
    ],
    [
      `C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}`,
      `C(t,s,{reflect:e}){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0),e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}`,
    ],
    // Accessors that a class has already are its own affair (`noAccessor`).
    [`,this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)`, ""],
    [
      `const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}`,
      `const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(e){const h=this[i];this[i]=e,this.requestUpdate(t,h,s)}})}}`,
    ],
    [
      `const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}`,
      "",
    ],
    [`,getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,`, ","],
    [`s=[...r(t),...o(t)];for(const i of s)`, `s=0;for(const i in t)`],
    // Initializers (of decorators) and controllers.
    [`static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}`, ""],
    [`t.finalize(),void 0!==t.l&&(this.l=[...t.l]),`, "t.finalize(),"],
    [`,this.constructor.l?.forEach(t=>t(this))`, ""],
    [
      `addController(t){(this._$EO??=new Set).add(t),void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}`,
      "",
    ],
    [`,this._$EO?.forEach(t=>t.hostConnected?.())`, ""],
    [
      `disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}`,
      "disconnectedCallback(){}",
    ],
    [`,this._$EO?.forEach(t=>t.hostUpdate?.())`, ""],
    [`this._$EO?.forEach(t=>t.hostUpdated?.()),`, ""],
    // Styles are an array of sheets.
    [/static finalizeStyles\(s\)\{[^]*?return i\}/, `static finalizeStyles(s){return s}`],
    // Attributes are named where they are, and updates neither put off nor refused.
    [`"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0`, `i??t`],
    [
      `const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending`,
      `return this.performUpdate(),!this.isUpdatePending`,
    ],
    [`scheduleUpdate(){return this.performUpdate()}`, ""],
    [
      `let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)`,
      `const s=this._$AL;try{this.willUpdate(s),this.update(s)}catch(s){throw this._$EM(),s}this._$AE(s)`,
    ],
    [`shouldUpdate(t){return!0}`, ""],
    [
      `get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}`,
      `get updateComplete(){return this._$ES}`,
    ],
    [`y.shadowRootOptions={mode:"open"},`, ""],
    [
      `this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions)`,
      `this.attachShadow({mode:"open"})`,
    ],
  ],

  "lit-element": [
    [`const s=globalThis;`, ""],
    [/i\._\$litElement\$=!0,i\["finalized"\]=!0,[^]*(?=export)/, "i.finalized=!0;"],
    [`export{i as LitElement,n as _$LE}`, "export{i as LitElement}"],
    // What a browser's own style fallback and asynchronous directives need.
    [
      `const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t`,
      `return super.createRenderRoot()`,
    ],
    [`this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),`, ""],
    [`,this._$Do=void 0`, ""],
    [`this._$Do=e(`, "e("],
    [
      `connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return r}`,
      "",
    ],
    [`import{render as e,noChange as r}from`, "import{render as e}from"],
  ],

  "lit-html": [
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
  ],
};

/** The plugin for esbuild. */
export const lessLit = {
  name: "less-lit",
  setup(builder) {
    const filter = /node_modules[\\/](@lit|lit-html|lit-element)[\\/].*?([\w-]+)\.js$/;
    builder.onLoad({ filter }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [from, to] of cuts[path.match(filter)[2]] ?? []) {
        const cut = contents.replace(from, typeof to === "string" ? () => to : to);
        if (cut === contents)
          throw new Error(`${path} has no longer what is cut out of it: ${from}`);
        contents = cut;
      }
      return { contents };
    });
  },
};
