/**
 * Put in place of the two globals that Lit and the elements touch while they are imported, so that
 * a server may import them too. Nothing is defined there.
 */

const HTMLElementOrNothing = globalThis.HTMLElement ?? class {};
const documentOrNothing = globalThis.document ?? { createTreeWalker() {} };

export { HTMLElementOrNothing as HTMLElement, documentOrNothing as document };
