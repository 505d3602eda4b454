/**
 * The custom elements. Importing this module defines them all. It does nothing on a server.
 *
 * @module
 */

export { NinjahireCall } from "./call/define.js";
export { NinjahireCallButton } from "./call-button/define.js";
export { NinjahireProvider } from "./provider/define.js";
export { NinjahireResults } from "./results/define.js";
export { NinjahireTranscript } from "./transcript/define.js";
export { english } from "./i18n/strings.js";
export type * from "./events.js";
// These two are defined when a call first shows them.
export type { NinjahirePicture } from "./picture/picture.js";
export type { NinjahirePlayer } from "./player/player.js";
export type { ResultColumn } from "./results/columns.js";
export type { Plural, StringName, Strings } from "./i18n/strings.js";
