/**
 * Writes the typings for frameworks' templates from the manifest. Existing generators lose the types of
 * events, and declare an attribute and its property twice, so that the result does not compile under
 * `strict`.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";

export function writeTypings(manifest, pkg) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const names = elements.map(({ name }) => name).join(", ");
  const write = (file, content) => writeFileSync(join(pkg, "elements", file), content);
  const tags = (type) =>
    elements.map(({ tagName, name }) => `      "${tagName}": ${type(name)};`).join("\n");
  const imports = `import type { ${names}, NinjahireEventMap } from "./index.js";
import type * as Props from "./props.js";
`;

  write(
    "props.d.ts",
    `import type { ${names} } from "./index.js";

/** Each may be left out, and may be \`undefined\`: that is the default. */
type Settable<Element, Names extends keyof Element> = { [Name in Names]?: Element[Name] | undefined };

${elements.map(propsOf).join("\n")}`,
  );
  write(
    "react.d.ts",
    `/** For React 19: \`import type {} from "ninjahire-calls/elements/react";\` */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
${imports}
type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Element, Own> = DetailedHTMLProps<Omit<HTMLAttributes<Element>, keyof Own>, Element> & Own & Events;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
${tags((name) => `Tag<${name}, Props.${name}Props>`)}
    }
  }
}
`,
  );
  write(
    "preact.d.ts",
    `/** For Preact: \`import type {} from "ninjahire-calls/elements/preact";\` */
import type { JSX as Preact } from "preact";
import type { NinjahireEventMap } from "./index.js";
import type * as Props from "./props.js";

type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Own> = Omit<Preact.IntrinsicElements["div"], keyof Own | "ref"> & { ref?: unknown } & Own & Events;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
${tags((name) => `Tag<Props.${name}Props>`)}
    }
  }
}
`,
  );
  write(
    "vue.d.ts",
    `/** For Vue: \`import type {} from "ninjahire-calls/elements/vue";\` */
import type { HTMLAttributes } from "vue";
${imports}
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;
/** As in a template (\`@ninjahire-call-placed\`), and as in a render function (\`onNinjahireCallPlaced\`). */
type Events = {
  [Name in keyof NinjahireEventMap as \`on\${Capitalize<Name>}\` | \`on\${Capitalize<Camel<Name>>}\`]?: (event: NinjahireEventMap[Name]) => void;
};
type Tag<Element, Own> = new () => Element & { $props: Omit<HTMLAttributes, keyof Own> & Own & Events };

declare module "vue" {
  interface GlobalComponents {
${tags((name) => `Tag<${name}, Props.${name}Props>`)}
  }
}
`,
  );
  write(
    "svelte.d.ts",
    `/** For Svelte: \`import type {} from "ninjahire-calls/elements/svelte";\` */
import type { HTMLAttributes } from "svelte/elements";
${imports}
/** As in Svelte 5, and as in Svelte 4. */
type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\` | \`on:\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Element extends EventTarget, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own & Events;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
${tags((name) => `Tag<${name}, Props.${name}Props>`)}
  }
}
`,
  );
}

/** An attribute's type: that of its property, and for numbers also text. `undefined` leaves the attribute out. */
function attributeType(text) {
  const type = text === "number" ? "number | string" : text;
  return type.endsWith("| undefined") ? type : `${type} | undefined`;
}

/** The properties that a template can set, and the attributes that have other names than their property. */
function propsOf({ name, tagName, attributes, members }) {
  const fields = members
    .filter(({ kind, readonly }) => kind === "field" && !readonly)
    .map((field) => `"${field.name}"`);
  const spelt = attributes
    .filter(({ name }) => name.includes("-"))
    .map(({ name, type }) => `  "${name}"?: ${attributeType(type.text)};`);
  return `/** What can be set on \`<${tagName}>\`. */
export interface ${name}Props extends Settable<${name}, ${fields.join(" | ")}> {
${spelt.join("\n")}
}
`;
}
