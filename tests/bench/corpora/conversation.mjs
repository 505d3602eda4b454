/** Transcripts of any length, the same for the same seed. */

/** A random item of a list. */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A whole number from `least` to `most`. */
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/**
 * Something that the bot or the candidate says, its blanks filled in. One word in three is replaced
 * by another of the same language, as if misheard: otherwise a call would compress far better than a
 * real one, and the network's part of a cold start would be too small.
 */
export function sentence(random, language, role) {
  return pick(random, language[role])
    .replace(/\{(\w+)\}/g, (_, slot) =>
      slot === "n" ? String(between(random, 2, 40)) : pick(random, language.slots[slot]),
    )
    .replace(/[\p{L}\p{M}]{3,}/gu, (word) =>
      random() < 1 / 3 && !language.charactersPerWord ? pick(random, vocabulary(language)) : word,
    );
}

const vocabularies = new Map();

/** The words of three letters and more that a language's sentences have. */
function vocabulary(language) {
  if (!vocabularies.has(language)) {
    const sentences = [...language.bot, ...language.human].join(" ");
    vocabularies.set(language, [...new Set(sentences.match(/[\p{L}\p{M}]{3,}(?![^{]*\})/gu))]);
  }
  return vocabularies.get(language);
}

/** Words, or parts of similar length in scripts without spaces. */
export function countWords(text, { charactersPerWord } = {}) {
  return charactersPerWord
    ? Math.ceil(text.replace(/\s/g, "").length / charactersPerWord)
    : text.split(/\s+/).length;
}

const fewestWords = 5;
const mostWords = 35;

/** A turn: 5 to 35 words, sometimes on two lines. */
function speech(random, language, role) {
  const wanted = between(random, fewestWords, mostWords);
  const sentences = [];
  let words = 0;
  while (words < wanted) {
    const next = sentence(random, language, role);
    const count = countWords(next, language);
    // No sentence is long enough to end a turn here before its fifth word.
    if (words + count > mostWords) break;
    sentences.push(next);
    words += count;
  }
  const hasTwoLines = sentences.length > 1 && random() < 0.15;
  const secondLine = hasTwoLines ? between(random, 1, sentences.length - 1) : undefined;
  return sentences.reduce((text, next, index) => text + (index === secondLine ? "\n" : " ") + next);
}

/** How many turns pass before a conversation in several languages goes on in another. */
const turnsPerLanguage = 10;

/** Endless turns of a transcript, in one language after the other. */
function* turnsOf(random, languages) {
  let language;
  for (let index = 0; ; index += 1) {
    if (index % turnsPerLanguage === 0) language = pick(random, languages);
    const isBot = index % 2 === 0;
    yield `${isBot ? "BOT" : "HUMAN"}: ${speech(random, language, isBot ? "bot" : "human")}`;
  }
}

/** A transcript of at least `bytes` bytes of UTF-8. */
export function transcript(random, languages, bytes) {
  const turns = [];
  let size = 0;
  for (const turn of turnsOf(random, languages)) {
    if (size >= bytes) break;
    turns.push(turn);
    size += Buffer.byteLength(turn) + 1;
  }
  return turns.join("\n");
}

/** A transcript of `count` turns. */
export function transcriptOfTurns(random, languages, count) {
  const turns = turnsOf(random, languages);
  return Array.from({ length: count }, () => turns.next().value).join("\n");
}
