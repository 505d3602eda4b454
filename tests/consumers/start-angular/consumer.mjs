import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adapt } from "../helpers/guides.mjs";
import { startPlace } from "../helpers/start.mjs";
import { versionOf } from "../helpers/version.mjs";

export const guides = {
  "README.md": [".env.local", "server.mjs", "proxy.conf.mjs", "src/app/app.ts"],
};

export default (folder) => {
  const readme = readFileSync(join(folder, "node_modules/ninjahire-calls/README.md"), "utf8");
  const [asset] = readme.match(/^\{ "glob": .*\}$/m);
  adapt(join(folder, "angular.json"), [['"assets": []', `"assets": [${asset}]`]]);
  return [
    startPlace({
      name: "Angular",
      version: versionOf(folder, "@angular/core"),
      program: join(folder, "node_modules/node/bin/node"),
      args: (port) => [
        join(folder, "node_modules/@angular/cli/bin/ng.js"),
        ...["serve", "--host", "127.0.0.1", "--port", String(port)],
        ...["--proxy-config", "proxy.conf.mjs"],
      ],
      setting: "proxy.conf.mjs",
    }),
  ];
};
