/** Stands in for `ninjahire-calls/reading` where that is not built: plain, and good enough for the elements' tests. */

export function searchTranscript(turns, query) {
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

export function linkEvidence(turns, questions) {
  return questions.map(({ question: words }, question) => {
    const ask = turns.find(({ text }) => words && text.includes(words));
    const start = ask?.text.indexOf(words);
    const next = ask && turns[ask.index + 1];
    return {
      question,
      ask: ask ? { turn: ask.index, start, end: start + words.length } : null,
      answers: next ? [{ turn: next.index, start: 0, end: next.text.length }] : [],
      confidence: ask ? 1 : 0,
    };
  });
}

export function maskContactDetails(turns) {
  const items = [];
  const masked = turns.map((turn) => ({
    ...turn,
    text: turn.text.replace(/\S+@\S+/g, () => (items.push({ turn: turn.index }), "[email]")),
  }));
  return { turns: masked, items };
}

export const callToMarkdown = (call) => `# ${call.call_id}\n\n${call.transcript}`;
export const callToHtml = (call) => `<!doctype html><p>${call.call_id}`;
export const turnsToText = (turns) => turns.map(({ label, text }) => `${label}: ${text}`).join("\n");
export const turnsToWebVtt = () => "WEBVTT\n";
export const resultsToCsv = (results) => results.map(({ call_id, call_score }) => `${call_id},${call_score}`).join("\r\n");
