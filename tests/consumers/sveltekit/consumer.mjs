import { ssrPlaces } from "../helpers/ssr.mjs";
import { versionOf } from "../helpers/version.mjs";

const route = "src/routes/api/ninjahire/[...path]/+server.js";
export const guides = { "docs/bundlers.md": [route] };

export default (folder) =>
  ssrPlaces(folder, {
    route,
    name: "SvelteKit",
    version: versionOf(folder, "@sveltejs/kit"),
    build: ["vite/bin/vite.js", "build"],
    entry: "build/index.js",
  });
