/**
 * Elements and core in one file, for a page without build tools:
 * `<script type="module" src="…/embed.js"></script>`. It loads the wasm from the same folder.
 *
 * @module
 */

export * from "../index.js";
export * from "./index.js";
