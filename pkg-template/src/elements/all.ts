/** All elements, undefined as yet: what every entry is made of. */

export { english } from "./strings.js";
export { NinjahireCall } from "./call.js";
export { NinjahireCallButton } from "./call-button.js";
export { NinjahireProvider } from "./provider.js";
export { NinjahireResults } from "./results.js";
export { NinjahireTranscript } from "./transcript.js";
