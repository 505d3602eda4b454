/** Shows the code for a state, and the parts that can be styled in it. */

/** Properties that the gallery sets to show a state that only a call can cause. */
const notForUsers = new Set(["phase"]);

const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The markup of an element with these properties. A script sets those that have no attribute. */
export function snippetOf(tag, properties) {
  const attributes = [];
  const scripted = [];
  for (const [name, value] of Object.entries(properties)) {
    if (notForUsers.has(name) || name === "client") continue;
    const isLong = typeof value === "string" && value.length > 40;
    if (value === true) attributes.push(` ${attributeOf(name)}`);
    else if (typeof value === "object" || isLong) scripted.push(name);
    else attributes.push(` ${attributeOf(name)}="${value}"`);
  }
  const lines = [
    `<ninjahire-provider base-url="/api/ninjahire">`,
    `  <${tag}${attributes.join("")}></${tag}>`,
    `</ninjahire-provider>`,
  ];
  if (scripted.length > 0) {
    const set = scripted.map((name) => `  element.${name} = ${name};`);
    const element = `  const element = document.querySelector("${tag}");`;
    lines.push(`<script type="module">`, element, ...set, `</script>`);
  }
  return lines.join("\n");
}

/** A disclosure with the snippet, a button that copies it, and the current parts. */
export function createSnippet(element, tag, properties) {
  const details = document.createElement("details");
  details.className = "snippet";
  const summary = document.createElement("summary");
  summary.textContent = "Code and parts";
  const code = document.createElement("pre");
  code.textContent = snippetOf(tag, properties);
  // Makes the box focusable: it scrolls, so the keyboard must reach it.
  code.tabIndex = 0;
  code.dir = "ltr";
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    copy.textContent = "Copied";
  });
  const parts = document.createElement("p");
  details.append(summary, code, copy, parts);
  details.addEventListener("toggle", () => {
    const marked = element.shadowRoot?.querySelectorAll("[part]") ?? [];
    const names = new Set([...marked].flatMap((one) => [...one.part]));
    parts.textContent = `::part(): ${[...names].sort().join(", ") || "none in this state"}`;
  });
  return details;
}
