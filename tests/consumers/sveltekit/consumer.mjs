import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  ssrPlaces(folder, {
    name: "SvelteKit",
    version: versionOf(folder, "@sveltejs/kit"),
    build: ["vite/bin/vite.js", "build"],
    entry: "build/index.js",
  });
