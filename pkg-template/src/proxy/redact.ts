/** Removes secrets from forwarded text, in every form in which they may be escaped. */

const replacement = "[redacted]";

/** A shorter key is not removed from bodies, because that would remove ordinary words from transcripts. */
const shortestKey = 8;

/** The most characters that one character of a secret may become when it is escaped: `&#x000073;`, `%25252573`. */
const longestChar = 12;

/** Removes one key. */
export interface Redactor {
  /** The text of an error or a header, without the key and the upstream's host. */
  text(text: string): string;
  /** The text of a body, without the key. A recording's URL keeps its host. */
  body(text: string): string;
  /** The same for a body in chunks. */
  stream(): ChunkRedactor;
}

export interface ChunkRedactor {
  /** Adds a chunk, and returns the bytes that can be forwarded. Keeps the last bytes, in which a secret may start. */
  push(chunk: Uint8Array): Uint8Array;
  /** The remaining bytes, at the end of the body. */
  end(): Uint8Array;
}

/**
 * Makes a redactor. It finds `key` unchanged, escaped for JSON or HTML, URL-encoded once or several
 * times, in base64 and base64url, and in any mixture of these. `host` is the upstream's host. It is
 * removed only from texts of errors and headers, because a recording's URL may have it.
 */
export function createRedactor(key: string, host: string): Redactor {
  const forms = [key, ...base64Cores(key)];
  const inText = new RegExp([...forms, host].map(secretPattern).join("|"), "g");
  const inBodies =
    key.length >= shortestKey ? new RegExp(forms.map(secretPattern).join("|"), "g") : undefined;
  const longest = Math.max(...forms.map((form) => form.length)) * longestChar;
  return {
    text: (text) => text.replace(inText, replacement),
    body: (text) => (inBodies ? text.replace(inBodies, replacement) : text),
    stream: () =>
      inBodies ? redactChunks(inBodies, longest) : { push: (x) => x, end: () => new Uint8Array() },
  };
}

function redactChunks(secrets: RegExp, longest: number): ChunkRedactor {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = new Uint8Array() as Uint8Array;
  const next = (isLast: boolean) => {
    // Every form of a secret is ASCII, which decoding neither creates nor changes. So bytes without
    // a secret are forwarded unchanged, in any encoding.
    const text = secrets.test(decoder.decode(rest)) ? binary(rest) : undefined;
    secrets.lastIndex = 0;
    let end = isLast ? rest.length : Math.max(0, rest.length - longest);
    if (text === undefined) {
      const ready = rest.subarray(0, end);
      rest = rest.slice(end);
      return ready;
    }
    let clean = "";
    let from = 0;
    for (const { 0: secret, index } of text.matchAll(secrets)) {
      // A secret in the kept bytes may go on in the next chunk.
      if (index >= end) break;
      clean += text.slice(from, index) + replacement;
      from = index + secret.length;
    }
    end = Math.max(from, end);
    clean += text.slice(from, end);
    rest = rest.slice(end);
    return Uint8Array.from(clean, (char) => char.charCodeAt(0));
  };
  return {
    push: (chunk) => {
      rest = rest.length ? concatenate(rest, chunk) : chunk;
      return next(false);
    },
    end: () => next(true),
  };
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The bytes as a string with one character for each. */
function binary(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8_192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  }
  return text;
}

/**
 * The part of the key's base64 that does not depend on the text around the key. The key's bytes may
 * start at three offsets in a group, and the characters at both ends depend on the neighbouring
 * bytes too.
 */
function base64Cores(key: string): string[] {
  const cores = [0, 1, 2].map((offset) => {
    const bits = offset * 8;
    const first = Math.ceil(bits / 6);
    const last = Math.floor((bits + key.length * 8) / 6);
    return btoa("x".repeat(offset) + key).slice(first, last);
  });
  return cores.filter((core) => core.length >= shortestKey);
}

/** A regular expression for a text in which each character may be escaped. */
function secretPattern(secret: string): string {
  // A whole run of backslashes is removed: half an escape would break the JSON around it. Where the secret
  // has backslashes, their number is limited, because a run could be divided in too many ways.
  const some = secret.includes("\\") ? "{1,4}" : "+";
  return [...secret]
    .map((char, index) => charPattern(char, index === 0 ? "(?<!\\\\)\\\\+" : `\\\\${some}`))
    .join("");
}

const named: Record<string, string> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};
// base64url has these characters instead of base64's.
const twins: Record<string, string> = { "+": "-", "/": "_" };

/** The pattern of one character. `slashes` is the pattern of the backslashes before it. */
function charPattern(char: string, slashes: string): string {
  const twin = twins[char];
  const forms = [formsOf(char, slashes), ...(twin ? [formsOf(twin, slashes)] : [])];
  return `(?:${forms.join("|")})`;
}

function formsOf(char: string, slashes: string): string {
  const code = char.charCodeAt(0);
  const hex = code
    .toString(16)
    .padStart(2, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const literal = char.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const entity = named[char] ? `|${named[char]}` : "";
  return (
    `${literal}|${slashes}(?:${literal}|(?:u00|x)${hex})` +
    `|%(?:25)*${hex}|&(?:#0*${code}|#[xX]0*${hex}${entity});`
  );
}
