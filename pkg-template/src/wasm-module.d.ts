/** The import of a wasm file, in workerd's bundlers. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

/** The same in Next's and Vercel's bundlers. */
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
