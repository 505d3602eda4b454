/** The wasm, for those who serve or compile it themselves: pass it, or its URL, to `initReading`. */
declare const module: WebAssembly.Module;
export default module;
