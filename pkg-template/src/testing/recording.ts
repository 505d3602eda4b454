/** A recording: a quiet tone with the length of the call. */

const perSecond = 8_000;
const longestSeconds = 60;

/** A WAV file, 8 bits at 8 kHz, of at most one minute. */
export function wav(seconds: number): Uint8Array<ArrayBuffer> {
  const length = Math.round(Math.min(longestSeconds, Math.max(0, seconds)) * perSecond);
  const bytes = new Uint8Array(44 + length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, i) => (bytes[at + i] = letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, perSecond, true);
  view.setUint32(28, perSecond, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, length, true);
  for (let at = 0; at < length; at += 1) {
    bytes[44 + at] = 128 + Math.round(8 * Math.sin((2 * Math.PI * 220 * at) / perSecond));
  }
  return bytes;
}
