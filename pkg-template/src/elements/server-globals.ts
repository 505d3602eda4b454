/**
 * Put in place of the one global that the elements touch while they are imported, so that a server
 * may import them too. Nothing is defined there.
 */

const HTMLElementOrNothing = globalThis.HTMLElement ?? class {};

export { HTMLElementOrNothing as HTMLElement };
