/** From a transcript to turns. */

const decoder = new TextDecoder();

/** What a user writes who knows both labels: a turn goes on until the next line with a label. */
export const matchTurns = (transcript) =>
  Array.from(
    transcript.matchAll(/^(BOT|HUMAN): (.*(?:\n(?!BOT: |HUMAN: ).*)*)/gm),
    ([, label, text]) => ({ role: label === "BOT" ? "bot" : "human", text }),
  );

/** Functions of no arguments, by name; the first is what the others are compared with. */
export function contestants(_kind, bytes, ours) {
  const transcript = decoder.decode(bytes);
  return {
    matchAll: () => matchTurns(transcript),
    "ninjahire-calls": () => ours.parseTranscript(transcript),
  };
}

/** What must be the same for all: who said what. */
export const comparable = (turns) => turns.map(({ role, text }) => ({ role, text }));
