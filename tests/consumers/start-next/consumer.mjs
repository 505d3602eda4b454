import { join } from "node:path";
import { startPlace } from "../helpers/start.mjs";
import { versionOf } from "../helpers/version.mjs";

export const guides = {
  "README.md": [".env.local", "app/api/ninjahire/[...path]/route.js", "app/page.js"],
};

export default (folder) => [
  startPlace({
    name: "Next",
    version: versionOf(folder, "next"),
    program: process.execPath,
    args: (port) => [
      join(folder, "node_modules/next/dist/bin/next"),
      // Next's development server treats localhost as another origin.
      ...["dev", "--hostname", "127.0.0.1", "--port", String(port)],
    ],
  }),
];
