import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "Angular, strict templates, the wasm among the assets",
    version: versionOf(folder, "@angular/core"),
    async run(here) {
      const node = join(folder, "node_modules/node/bin/node");
      const ng = join(folder, "node_modules/@angular/cli/bin/ng.js");
      await here.run(node, [ng, "build"], { env: { NG_CLI_ANALYTICS: "false", CI: "1" } });
      await here.withFileServer(join(folder, "dist"), (url) => here.checkInPage(url));
    },
  },
];
