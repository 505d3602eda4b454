import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  ssrPlaces(folder, {
    name: "Nuxt",
    version: versionOf(folder, "nuxt"),
    build: ["nuxt/bin/nuxt.mjs", "build"],
    entry: ".output/server/index.mjs",
  });
