/** Takes secrets out of what is handed on, in whatever form they are quoted. */

const replacement = "[redacted]";

/** Shorter keys would take ordinary words out of transcripts. */
const shortestKey = 8;

/** How many characters one character of a secret may take up, at most: `&#x000073;`, `%25252573`. */
const longestChar = 12;

/** Removes what it was made for. */
export interface Redactor {
  /** The text of an error or a header without the secrets and the upstream's host. */
  text(text: string): string;
  /** The text of a body without the API key. A recording's URL keeps its host. */
  body(text: string): string;
  /** Chunks of a body in, chunks without the API key out. */
  stream(): ChunkRedactor;
}

export interface ChunkRedactor {
  /** What can be handed on by now. The rest is kept until it is known whether a secret begins there. */
  push(chunk: Uint8Array): Uint8Array;
  /** The rest. */
  end(): Uint8Array;
}

/**
 * Finds `key` as it is, escaped as in JSON or HTML, URL-encoded (also more than once), in base64
 * and base64url, and in any mixture of these. `host`, where the key was sent, goes from texts only:
 * a recording's URL may have it.
 */
export function createRedactor(key: string, host: string): Redactor {
  const forms = [key, ...base64Cores(key)];
  const inText = new RegExp([...forms, host].map(pattern).join("|"), "g");
  const inBodies =
    key.length >= shortestKey ? new RegExp(forms.map(pattern).join("|"), "g") : undefined;
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
    // Secrets are ASCII in every form, which decoding never makes nor breaks. So bytes without one
    // are handed on as they came, whatever they are.
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
      // One that begins in what is kept may go on in the next chunk.
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
      rest = rest.length ? concatenated(rest, chunk) : chunk;
      return next(false);
    },
    end: () => next(true),
  };
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** One character for each byte. */
function binary(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8_192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  }
  return text;
}

/**
 * What base64 has of the key wherever in a longer text the key stands: its bytes may begin at three
 * places in a group, and the characters at both ends depend on the neighbours as well.
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

/** A regular expression for a text whose characters may each be escaped. */
function pattern(secret: string): string {
  // All of a run of backslashes goes: half an escape would break the JSON around it. Where the secret itself has backslashes, a run of them could be divided in too many ways.
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
// base64url has these in place of base64's.
const twins: Record<string, string> = { "+": "-", "/": "_" };

/** `slashes`: the pattern of the backslashes before it. */
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
