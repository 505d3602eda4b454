/**
 * The entry point for React Native: throws an error that names the reason. Its engine cannot even import the
 * other modules, so they cannot report it.
 */

import { WebAssemblyUnavailableError } from "./errors.js";

throw new WebAssemblyUnavailableError({
  code: "webassembly_unavailable",
  message:
    "ninjahire-calls does not work in React Native, which has no WebAssembly. Use it on your server, and give the app what it shows.",
});
