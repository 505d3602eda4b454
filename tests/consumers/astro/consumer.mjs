import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

const route = "src/pages/api/ninjahire/[...path].js";
export const guides = { "docs/bundlers.md": [route] };

export default (folder) =>
  ssrPlaces(folder, {
    route,
    name: "Astro",
    version: versionOf(folder, "astro"),
    build: ["astro/bin/astro.mjs", "build"],
    entry: "dist/server/entry.mjs",
  });
