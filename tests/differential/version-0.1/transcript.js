import { runSync } from "./instance.js";
const roles = ["bot", "human", "other", "unknown"];
/**
 * Splits a transcript into turns. Nothing is lost: every character that is not blank is in exactly
 * one turn's text or belongs to a label. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * parseTranscript("BOT: Hi.\nHUMAN: Hello.").map((turn) => turn.text); // ["Hi.", "Hello."]
 */
export function parseTranscript(transcript, options) {
    const numbers = runSync("parseTranscript", (core) => core.parseTranscript(transcript, options));
    const turns = [];
    for (let at = 0; at < numbers.length; at += 6) {
        const labelStart = numbers[at + 1];
        const start = numbers[at + 3];
        const end = numbers[at + 4];
        turns.push({
            index: at / 6,
            role: roles[numbers[at]],
            label: labelStart < 0 ? null : transcript.slice(labelStart, numbers[at + 2]),
            text: transcript.slice(start, end),
            start,
            end,
            // NaN where there is none.
            startTime: numbers[at + 5] >= 0 ? numbers[at + 5] : null,
        });
    }
    return turns;
}
