import { versionOf } from "../helpers/version.mjs";
import { viteBuild, viteDev } from "../helpers/vite.mjs";

export default (folder) => {
  const version = versionOf(folder, "react");
  return [
    {
      place: "React, types",
      version: `${version}, TypeScript ${versionOf(folder, "typescript")}`,
      run: (here) => here.tool("typescript/bin/tsc", ["-p", "."]),
    },
    { place: "React, StrictMode, Vite dev", version, run: (here) => viteDev(here) },
    { place: "React, Vite build", version, run: (here) => viteBuild(here) },
  ];
};
