/** Pseudo-random numbers, which are the same for the same seed. */

/** A source of pseudo-random values. */
export interface Random {
  /** A whole number from 0 to `end - 1`. */
  below(end: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** A version 4 UUID. */
  uuid(): string;
}

/** A source for one part of the world. A change in one part does not change the others. */
export function randomOf(seed: number, part: string): Random {
  let state = hash(`${seed}/${part}`);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end);
  return {
    below,
    pick: <T>(items: readonly T[]) => items[below(items.length)] as T,
    uuid: () =>
      "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (letter) =>
        (letter === "x" ? below(16) : 8 + below(4)).toString(16),
      ),
  };
}

/** The FNV-1a hash. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value;
}
