/** Writes the data by which editors complete and explain HTML and CSS: for VS Code and for JetBrains. */

import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { generateVsCodeCustomElementData } from "custom-element-vs-code-integration";

export function writeEditorData(manifest, pkg) {
  generateVsCodeCustomElementData(manifest, { outdir: pkg, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir: pkg, packageJson: false, hideLogs: true });
}
