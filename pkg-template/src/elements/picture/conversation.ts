/** The data of the picture of a conversation: who spoke when. Pure functions. */

import type { Turn } from "../../index.js";

/** One speaker's part of the call. Positions are from 0 to 1. */
export interface Stretch {
  role: Turn["role"];
  from: number;
  to: number;
}

export interface Conversation {
  /** What positions on the strip measure. */
  basis: "time" | "text";
  stretches: Stretch[];
  /** Where each turn begins, from 0 to 1. */
  starts: number[];
}

/** More stretches would be too narrow to see. */
const mostStretches = 400;

/** Measures by timestamps if all turns have one, otherwise by the length of what was said. */
export function conversationOf(turns: readonly Turn[]): Conversation {
  const length = (turn: Turn) => turn.text.length + 1;
  const isTimed = turns.length > 1 && turns.every(({ startTime }) => startTime !== null);
  const starts: number[] = [];
  if (isTimed) {
    const first = turns[0]!.startTime!;
    const last = turns.at(-1)!;
    // The last turn has no end time, so estimate it from its length.
    const total = last.startTime! - first + length(last) / 15 || 1;
    for (const { startTime } of turns) starts.push((startTime! - first) / total);
  } else {
    const total = turns.reduce((sum, turn) => sum + length(turn), 0) || 1;
    let at = 0;
    for (const turn of turns) {
      starts.push(at / total);
      at += length(turn);
    }
  }
  const stretches: Stretch[] = [];
  turns.forEach(({ role }, index) => {
    const from = starts[index]!;
    const to = starts[index + 1] ?? 1;
    const before = stretches.at(-1);
    const isTiny = before && to - before.from < 1 / mostStretches;
    if (before && (before.role === role || isTiny)) before.to = to;
    else stretches.push({ role, from, to });
  });
  return { basis: isTimed ? "time" : "text", stretches, starts };
}

/** The index of the turn that is spoken at this position, from 0 to 1. */
export function turnAt({ starts }: Conversation, point: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= point),
  );
}

/** Each speaker's share of what was said, the largest first. */
export function sharesOf(turns: readonly Turn[]): { turn: Turn; share: number }[] {
  const said = new Map<string, { turn: Turn; length: number }>();
  let total = 0;
  for (const turn of turns) {
    const { role, label, text } = turn;
    const key = role === "bot" || role === "human" ? role : `${role} ${label}`;
    const one = said.get(key) ?? { turn, length: 0 };
    one.length += text.length;
    total += text.length;
    said.set(key, one);
  }
  return [...said.values()]
    .sort((a, b) => b.length - a.length)
    .map(({ turn, length }) => ({ turn, share: total ? length / total : 0 }));
}
