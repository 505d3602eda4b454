import { join } from "node:path";
import { startPlace } from "../helpers/start.mjs";
import { versionOf } from "../helpers/version.mjs";

export const guides = {
  "README.md": [".env.local", "server.mjs", "vite.config.js", "src/main.js"],
};

export const quick = /./;

export default (folder) => [
  startPlace({
    name: "Vite",
    version: versionOf(folder, "vite"),
    program: process.execPath,
    args: (port) => [
      join(folder, "node_modules/vite/bin/vite.js"),
      ...["--host", "127.0.0.1", "--port", String(port), "--strictPort"],
    ],
    setting: "vite.config.js",
  }),
];
