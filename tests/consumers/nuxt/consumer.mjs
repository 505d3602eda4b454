import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

const route = "server/api/ninjahire/[...path].js";
export const guides = { "docs/bundlers.md": [route] };

export default (folder) =>
  ssrPlaces(folder, {
    route,
    name: "Nuxt",
    version: versionOf(folder, "nuxt"),
    build: ["nuxt/bin/nuxt.mjs", "build"],
    entry: ".output/server/index.mjs",
  });
