/** From a transcript to turns. */

const decoder = new TextDecoder();

const match = (transcript, pattern) =>
  Array.from(transcript.matchAll(pattern), ([, label, text]) => ({
    role: label === "BOT" ? "bot" : "human",
    text,
  }));

/** A fast regular expression: whole lines, with the lines without a label after them. */
export const matchTurns = (transcript) =>
  match(transcript, /^(BOT|HUMAN): (.*(?:\n(?!BOT: |HUMAN: ).*)*)/gm);

/** A more obvious one: everything before the next label. It looks ahead at every character. */
const matchTurnsLazily = (transcript) =>
  match(transcript, /(BOT|HUMAN): ([\s\S]*?)(?=\n(?:BOT|HUMAN): |$)/g);

/** Functions without arguments, by name. The first is the baseline for the others. */
export function contestants(_kind, bytes, ours) {
  const transcript = decoder.decode(bytes);
  return {
    matchAll: () => matchTurns(transcript),
    "lazy matchAll": () => matchTurnsLazily(transcript),
    "ninjahire-calls": () => ours.parseTranscript(transcript),
  };
}

/** The part that must be equal for all: speakers and texts. */
export const comparable = (turns) => turns.map(({ role, text }) => ({ role, text }));
