import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "Parcel, build",
    version: versionOf(folder, "parcel"),
    async run(here) {
      await here.tool("parcel/lib/bin.js", [
        "build",
        "index.html",
        "--no-cache",
        "--cache-dir",
        "cache",
        "--public-url",
        "./",
      ]);
      await here.withFileServer(join(folder, "dist"), (url) => here.checkInPage(url));
    },
  },
];
