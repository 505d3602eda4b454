import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "Vitest, browser mode",
    version: versionOf(folder, "vitest"),
    run: (here) =>
      here.run(join(folder, "node_modules/node/bin/node"), [
        join(folder, "node_modules/vitest/vitest.mjs"),
        "run",
      ]),
  },
];
