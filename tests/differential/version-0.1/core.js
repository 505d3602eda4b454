/** What the wasm exports, as wasm-bindgen's glue gives it. */
export const instantCall = 0;
export const callDetails = 1;
export const screeningResults = 2;
