/** What workerd's bundlers make of a wasm file. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

/** The same for Next's and Vercel's. */
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
