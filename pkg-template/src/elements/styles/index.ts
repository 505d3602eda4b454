/** All style sheets, side by side in the bundle as well: so they are compressed best. */

export { tokens } from "./tokens.js";
export { callStyles } from "./call.js";
export { resultsStyles } from "./results.js";
export { transcriptStyles } from "./transcript.js";
export { buttonStyles } from "./call-button.js";
export { plain } from "./plain.js";
