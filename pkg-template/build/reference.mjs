/** Writes docs/elements.md from the manifest: properties, methods, events, slots, parts and styles. */

import { writeFileSync } from "node:fs";

export function writeReference(manifest, file) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const shared = elements.find(({ tagName }) => tagName === "ninjahire-provider").cssProperties;
  const isShared = ({ name }) => shared.some((one) => one.name === name);
  const page = [
    head,
    "## Custom properties of all elements\n",
    table(
      ["Property", "Default", "Description"],
      shared.map((one) => [code(one.name), code(one.default), one.description]),
    ),
    ...elements.map((element) => section(element, isShared)),
  ].join("\n");
  writeFileSync(file, page.replace(/\n{3,}/g, "\n\n"));
}

const head = `# Reference of the elements: properties, methods, events, slots, parts, styles

The build generates this page from custom-elements.json. To change it, change the elements' sources.

## Apply your brand

Set custom properties on any ancestor of the elements, such as \`:root\`. They apply to all elements inside it,
including the player, the picture and highlights. \`color-scheme\` chooses between light and dark.

\`\`\`css
:root {
  color-scheme: light;
  --ninjahire-font: "Inter", sans-serif;
  --ninjahire-radius: 4px;
  --ninjahire-accent: #0b6e4f;
  --ninjahire-on-accent: #fff;
  --ninjahire-bot: #6b7280;
  --ninjahire-human: #0b6e4f;
  --ninjahire-match: #fde68a;
  --ninjahire-match-text: #1c2128;
  --ninjahire-match-current: #0b6e4f;
  --ninjahire-match-current-text: #fff;
}
ninjahire-call::part(title) {
  text-transform: none;
}
\`\`\`

\`<ninjahire-call>\` exports the parts of the elements inside it under their own names: \`ninjahire-call::part(turn)\`,
\`ninjahire-call::part(player)\`, \`ninjahire-call::part(strip)\`.
`;

function section({ tagName, description, attributes, members, ...rest }, isShared) {
  const byAttribute = new Map(attributes.map((one) => [one.fieldName, one.name]));
  const fields = members.filter(({ kind }) => kind === "field");
  const properties = fields.map(({ name, type, description = "", default: given }) => [
    code(name),
    code(byAttribute.get(name)),
    code(type?.text),
    code(given),
    description,
  ]);
  const methods = members.filter(({ kind }) => kind === "method");
  return [
    `## \`<${tagName}>\`\n\n${description}\n`,
    list("### Properties", ["Property", "Attribute", "Type", "Default", "Description"], properties),
    list(
      "### Methods",
      ["Method", "Description"],
      methods.map(({ name, parameters = [], return: made, description = "" }) => [
        code(
          `${name}(${parameters.map(parameter).join(", ")})${made ? `: ${made.type.text}` : ""}`,
        ),
        description,
      ]),
    ),
    list(
      "### Events",
      ["Event", "Type", "When it fires"],
      (rest.events ?? []).map(({ name, type, description }) => [
        code(name),
        code(type?.text),
        description,
      ]),
    ),
    list(
      "### Slots",
      ["Slot", "Content"],
      (rest.slots ?? []).map(({ name, description }) => [
        name ? code(name) : "(the content)",
        description,
      ]),
    ),
    list(
      "### Parts",
      ["Part", "Description"],
      (rest.cssParts ?? []).map(({ name, description }) => [code(name), description]),
    ),
    list(
      "### Custom properties",
      ["Property", "Default", "Description"],
      (rest.cssProperties ?? [])
        .filter((one) => !isShared(one))
        .map((one) => [code(one.name), code(one.default), one.description]),
    ),
  ].join("\n");
}

const parameter = ({ name, type, optional, default: given }) =>
  `${name}${optional || given ? "?" : ""}: ${type?.text ?? "unknown"}`;

const list = (title, columns, rows) => (rows.length ? `${title}\n\n${table(columns, rows)}` : "");

function table(columns, rows) {
  // A line break would end the row.
  const inOneLine = (cell = "") => cell.replace(/\s*\n\s*/g, " ");
  const line = (cells) => `| ${cells.map(inOneLine).join(" | ")} |`;
  return `${[line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

const code = (text) => (text ? "`" + text.replace(/\s+/g, " ").replaceAll("|", "\\|") + "`" : "");
