/**
 * Takes out of templates and style sheets what only their readers need: indentation, comments,
 * quotes, long names.
 */

import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { mangled } from "./names.mjs";

/** The private custom properties, which are all in one sheet: each is called by a letter. */
const properties = [
  ...new Set(
    readFileSync(new URL("styles/tokens.ts", import.meta.url), "utf8").match(/--_[\w-]+/g),
  ),
];

/** The plugin for esbuild. */
export const lean = {
  name: "lean",
  setup(builder) {
    builder.onLoad({ filter: /elements[\\/].*\.ts$/ }, ({ path }) => {
      const { code } = transformSync(readFileSync(path, "utf8"), {
        loader: "ts",
        target: "es2022",
        tsconfigRaw: { compilerOptions: { target: "es2022", useDefineForClassFields: true } },
      });
      return { contents: leanModule(code, path), loader: "js" };
    });
  },
};

function leanModule(code, path) {
  const edits = [];
  walk(parse(code, { ecmaVersion: 2022, sourceType: "module" }), (node) => {
    if (node.type === "Literal" && mangled.test(node.value))
      throw new Error(`${path}: "${node.value}" is shortened as a name, but not in quotes`);
    if (node.type !== "TaggedTemplateExpression") return;
    const { quasis } = node.quasi;
    const texts = quasis.map(({ value }) => value.raw);
    const made =
      node.tag.name === "css"
        ? texts.map(leanSheet)
        : /^(html|svg)$/.test(node.tag.name)
          ? plainTemplate(texts, path)
          : texts;
    quasis.forEach(({ start, end }, at) => edits.push([start, end, made[at]]));
  });
  let made = code;
  for (const [start, end, text] of edits.sort(([a], [b]) => b - a))
    made = made.slice(0, start) + text + made.slice(end);
  return made;
}

function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, visit));
  if (typeof node?.type !== "string") return;
  visit(node);
  for (const child of Object.values(node))
    if (child && typeof child === "object") walk(child, visit);
}

function leanSheet(sheet) {
  return sheet
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/ ?(>=|<) ?/g, "$1")
    .replace(/([\w-]): /g, "$1:")
    .replace(/\b0\./g, ".")
    .replace(/;}/g, "}")
    .replace(/--_[\w-]+/g, shortName)
    .trim();
}

function shortName(name) {
  const at = properties.indexOf(name);
  if (at < 0 || at > 25) throw new Error(`${name} is not in tokens.ts, or there are too many`);
  return `--${String.fromCharCode(97 + at)}`;
}

/** The name of an attribute that is an expression, as `lit-html.mjs` has it. */
function marked(name) {
  if (/[A-Z]/.test(name)) throw new Error(`${name}: a parser makes names small`);
  return name.replace("?", ".").replace(/^\w/, "$$$&");
}

/**
 * A template as the bundled renderer takes it (see `lit-html.mjs`): an expression is a child, or the
 * whole of an attribute without quotes.
 */
function plainTemplate(texts, path) {
  const fail = (why) => {
    throw new Error(`${path}: ${why} in a template: ${texts.join("${…}")}`);
  };
  let isInTag = false;
  return texts.map((text, at) => {
    if (/<!|<(style|script|textarea|title)\b/.test(text))
      fail("what the renderer is not there for");
    let made = "";
    for (const [piece] of text.matchAll(/<|>|[^<>]+/g)) {
      if (piece === "<" || piece === ">") {
        isInTag = piece === "<";
        made = piece === ">" ? made.replace(/ $/, "") : made;
        made += piece;
      } else if (isInTag) {
        made += piece
          .replace(/\s+/g, " ")
          .replace(/="([^\s"'=<>`]+)"/g, "=$1")
          .replace(/([^\s=]+)=$/, (_, name) => `${marked(name)}=`)
          .replace(/ \/$/, /<(input|br)[^<]*$/.test(made + piece) ? "" : " /");
      } else {
        made += piece.replace(/^\s*\n\s*|\s*\n\s*$/g, "").replace(/\s+/g, " ");
      }
    }
    const isLast = at === texts.length - 1;
    // A text that ends like an attribute would be taken for one.
    if (!isLast && (isInTag ? !/\s[.@$][\w-]+=$/.test(made) : made.endsWith("=")))
      fail("not the whole of an attribute");
    if (isInTag && /^[^\s>]/.test(texts[at + 1] ?? ""))
      fail("more after an attribute's expression");
    return made;
  });
}
