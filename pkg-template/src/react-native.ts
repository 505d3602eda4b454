/**
 * What React Native finds in place of the package. Its engine lacks what the package's modules need to be
 * imported at all, so this says what the first call could not.
 */

import { WebAssemblyUnavailableError } from "./errors.js";

throw new WebAssemblyUnavailableError({
  code: "webassembly_unavailable",
  message:
    "ninjahire-calls does not work in React Native, which has no WebAssembly. Use it on your server, and give the app what it shows.",
});
