/** The part of the global `WebAssembly` that we use; the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  interface Module {}
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}
