/**
 * Elements and core in one file, for a page without tools:
 * `<script type="module" src="…/embed.js"></script>`. The wasm is found beside it.
 *
 * @module
 */

export * from "../index.js";
export * from "./index.js";
