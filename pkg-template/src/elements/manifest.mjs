/**
 * Makes custom-elements.json and the framework typings of what the elements' sources say of
 * themselves: the JSDoc on each class, its declared properties and its public methods.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const files = ["provider", "transcript", "call", "call-button", "results"];

function text(comment) {
  return (comment ?? "")
    .replace(/^\s*\/\*\*|\*\/\s*$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .trim();
}

/** `@tag {type} name - description`, all of them. */
function tags(comment, name) {
  const found = [
    ...comment.matchAll(
      new RegExp(`^@${name}(?: \\{(.+?)\\})?(?: (\\[.*?\\]|[^\\s-]\\S*))? - (.*)$`, "gm"),
    ),
  ];
  return found.map(([, type, called = "", description]) => {
    const [, inner, fallback] = called.match(/^\[(.*?)=(.*)\]$/) ?? [];
    return { type, name: inner ?? called, default: fallback, description };
  });
}

const plain = (object) => JSON.parse(JSON.stringify(object));

function members(source) {
  const fields = [...source.matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/)?\s*\n {2}declare (\w+): (.+);/g)]
    .filter(([, comment]) => !comment?.includes("@internal"))
    .map(([, comment, name, type]) => ({
      kind: "field",
      name,
      type: { text: type },
      description: text(comment) || undefined,
    }));
  for (const [, comment, name, type] of source.matchAll(
    /(\/\*\*(?:(?!\*\/)[^])*\*\/)\n {2}(?:override )?get (\w+)\(\): (.+?)(?: \{|;)/g,
  )) {
    if (!comment.includes("@internal"))
      fields.push({ kind: "field", name, type: { text: type }, description: text(comment) });
  }
  const methods = [
    ...source.matchAll(
      /(\/\*\*(?:(?!\*\/)[^])*\*\/)\n {2}(?:override |async )?(\w+)\((.*)\): (.+) \{/g,
    ),
  ]
    .filter(([, comment, name]) => !comment.includes("@internal") && name !== "constructor")
    .map(([, comment, name, , type]) => ({
      kind: "method",
      name,
      return: { type: { text: type } },
      description: text(comment),
    }));
  return [...fields, ...methods];
}

export function describe(here) {
  const base = readFileSync(join(here, "base.ts"), "utf8");
  const shared = text(base.match(/(\/\*\*(?:(?!\*\/)[^])*\*\/)\nexport abstract class/)[1]);
  return files.map((file) => {
    const source = readFileSync(join(here, `${file}.ts`), "utf8");
    const [, comment, name] = source.match(/(\/\*\*(?:(?!\*\/)[^])*\*\/)\nexport class (\w+)/);
    const doc = text(comment);
    const own = members(source.slice(source.indexOf(`class ${name}`)));
    const inherited = members(base.slice(base.indexOf("declare class")));
    if (/extends LoadingElement/.test(source))
      inherited.push(...members(readFileSync(join(here, "loader.ts"), "utf8")));
    const attributes = [
      ...tags(doc, "attr"),
      ...tags(shared, "attr").filter(({ name }) => !doc.includes(`@attr {string} ${name} `)),
    ];
    return {
      file,
      declaration: plain({
        kind: "class",
        customElement: true,
        name,
        tagName: `ninjahire-${file}`,
        description: doc.split("\n@")[0].trim(),
        superclass: { name: "HTMLElement" },
        attributes: attributes.map(({ name, type, description }) => ({
          name,
          type: { text: type },
          description,
          fieldName: name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
        })),
        members: [...own, ...inherited.filter(({ name }) => !own.some((one) => one.name === name))],
        events: tags(doc, "fires").map(({ name, type, description }) => ({
          name,
          type: { text: type },
          description,
        })),
        slots: tags(doc, "slot").map(({ name, description }) => ({ name, description })),
        cssParts: tags(doc, "csspart").map(({ name, description }) => ({ name, description })),
        cssProperties: [...tags(doc, "cssprop"), ...tags(shared, "cssprop")].map(
          ({ name, default: fallback, description }) => ({ name, default: fallback, description }),
        ),
      }),
    };
  });
}

export function writeManifest(here, out) {
  const elements = describe(here);
  const manifest = {
    schemaVersion: "1.0.0",
    modules: elements.map(({ file, declaration }) => ({
      kind: "javascript-module",
      path: `elements/${file}.js`,
      declarations: [declaration],
      exports: [
        {
          kind: "js",
          name: declaration.name,
          declaration: { name: declaration.name, module: `elements/${file}.js` },
        },
        {
          kind: "custom-element-definition",
          name: declaration.tagName,
          declaration: { name: declaration.name, module: `elements/${file}.js` },
        },
      ],
    })),
  };
  writeFileSync(join(out, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);

  const declarations = elements.map(({ declaration }) => declaration);
  const names = declarations.map(({ name }) => name).join(", ");
  const props = declarations.map(({ name, attributes, members }) => {
    const fields = members
      .filter(({ kind, name }) => kind === "field" && name !== "updateComplete")
      .map(({ name }) => `"${name}"`);
    const kebab = attributes
      .filter(({ name }) => name.includes("-"))
      .map(
        ({ name, type }) =>
          `  "${name}"?: ${type.text === "number" ? "number | string" : type.text};`,
      );
    return `/** What can be set on \`<${declarations.find((one) => one.name === name).tagName}>\`. */\nexport interface ${name}Props extends Partial<Pick<${name}, ${fields.join(" | ")}>> {\n${kebab.join("\n")}\n}\n`;
  });
  const save = (file, content) => writeFileSync(join(out, "elements", file), content);
  save("props.d.ts", `import type { ${names} } from "./index.js";\n\n${props.join("\n")}`);
  const imports = `import type { ${names}, NinjahireEventMap } from "./index.js";\nimport type * as Props from "./props.js";\n`;
  const rows = (make) =>
    declarations.map((one) => `      "${one.tagName}": ${make(one)};`).join("\n");
  save(
    "react.d.ts",
    `/** For React 19: \`import type {} from "ninjahire-calls/elements/react";\` */\nimport type { DetailedHTMLProps, HTMLAttributes } from "react";\n${imports}
type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Element, Own> = DetailedHTMLProps<Omit<HTMLAttributes<Element>, keyof Own>, Element> & Own & Events;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
${rows(({ name }) => `Tag<${name}, Props.${name}Props>`)}
    }
  }
}
`,
  );
  save(
    "preact.d.ts",
    `/** For Preact: \`import type {} from "ninjahire-calls/elements/preact";\` */\nimport type { JSX as Preact } from "preact";\n${imports.replace(`${names}, `, "")}
type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Own> = Omit<Preact.IntrinsicElements["div"], keyof Own | "ref"> & { ref?: unknown } & Own & Events;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
${rows(({ name }) => `Tag<Props.${name}Props>`)}
    }
  }
}
`,
  );
  save(
    "vue.d.ts",
    `/** For Vue: \`import type {} from "ninjahire-calls/elements/vue";\` */\nimport type { HTMLAttributes } from "vue";\n${imports}
type Events = { [Name in keyof NinjahireEventMap as \`on\${Capitalize<Name>}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Element, Own> = new () => Element & { $props: Omit<HTMLAttributes, keyof Own> & Own & Events };

declare module "vue" {
  interface GlobalComponents {
${rows(({ name }) => `Tag<${name}, Props.${name}Props>`)}
  }
}
`,
  );
  save(
    "svelte.d.ts",
    `/** For Svelte: \`import type {} from "ninjahire-calls/elements/svelte";\` */\nimport type { HTMLAttributes } from "svelte/elements";\n${imports}
type Events = { [Name in keyof NinjahireEventMap as \`on\${Name}\` | \`on:\${Name}\`]?: (event: NinjahireEventMap[Name]) => void };
type Tag<Element extends EventTarget, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own & Events;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
${rows(({ name }) => `Tag<${name}, Props.${name}Props>`)}
  }
}
`,
  );
}
