/** Replaces `ninjahire-calls/reading` if that is not built. Simple, but enough for the elements' tests. */

export async function searchTranscript(turns, query) {
  const found = [];
  const wanted = query.trim().toLowerCase();
  turns.forEach(({ text }, turn) => {
    const lower = text.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      found.push({ turn, start: at, end: at + wanted.length });
    }
  });
  return found;
}

export async function linkEvidence(turns, questions) {
  return questions.map(({ question: words }, question) => {
    const ask = turns.find(({ text }) => words && text.includes(words));
    const start = ask?.text.indexOf(words);
    const next = ask && turns[ask.index + 1];
    return {
      question,
      asks: ask ? [{ turn: ask.index, start, end: start + words.length }] : [],
      answers: next ? [{ turn: next.index, start: 0, end: next.text.length }] : [],
      confidence: ask ? 1 : 0,
    };
  });
}

export async function maskContactDetails(turns) {
  const items = [];
  const masked = turns.map((turn) => ({
    ...turn,
    text: turn.text.replace(/\S+@\S+/g, () => (items.push({ turn: turn.index }), "[email]")),
  }));
  return { turns: masked, masked: items };
}

export const callToMarkdown = async (call) => `# ${call.call_id}\n\n${call.transcript}`;
export const callToHtml = async (call) => `<!doctype html><p>${call.call_id}`;
export const turnsToText = async (turns) =>
  turns.map(({ label, text }) => `${label}: ${text}`).join("\n");
export const turnsToWebVtt = async () => "WEBVTT\n";
export const resultsToCsv = async (results) =>
  results.map(({ call_id, call_score }) => `${call_id},${call_score}`).join("\r\n");
