import { versionOf } from "../helpers/version.mjs";
import { viteBuild } from "../helpers/vite.mjs";

export default (folder) => {
  const version = versionOf(folder, "preact");
  return [
    {
      place: "Preact, types (the binding for React)",
      version: `${version}, TypeScript ${versionOf(folder, "typescript")}`,
      run: (here) => here.tool("typescript/bin/tsc", ["-p", "."]),
    },
    {
      place: "Preact, Vite build",
      version,
      run: (here) =>
        viteBuild(here, {
          resolve: { alias: { react: "preact/compat" } },
          oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        }),
    },
  ];
};
