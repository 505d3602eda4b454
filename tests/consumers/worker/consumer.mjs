import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  Object.entries({ worker: "Worker", shared: "SharedWorker", service: "service worker" }).map(
    ([kind, name]) => ({
      place: `${name}, as a module`,
      version: versionOf(folder, "ninjahire-calls"),
      run: (here) => here.withFileServer(folder, (url) => here.checkInPage(`${url}/?kind=${kind}`)),
    }),
  );
