import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  ssrPlaces(folder, {
    name: "Astro",
    version: versionOf(folder, "astro"),
    build: ["astro/bin/astro.mjs", "build"],
    entry: "dist/server/entry.mjs",
  });
