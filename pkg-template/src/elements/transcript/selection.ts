import type { TurnList } from "./turn-list.js";

/** The selected words of each turn, in order. */
export function selectedTurns(root: ShadowRoot, list: TurnList): { index: number; text: string }[] {
  const range = selectedRange(root);
  if (!range) return [];
  return list.rows.flatMap(({ text }, index) => {
    const isWithin = range.intersectsNode(text);
    if (!isWithin) return [];
    const from = range.startContainer === text ? range.startOffset : 0;
    const to = range.endContainer === text ? range.endOffset : text.length;
    const words = text.data.slice(from, to);
    return words.trim() ? [{ index, text: words }] : [];
  });
}

/** The selected range in a shadow root. Browsers differ in how they report it. */
function selectedRange(root: ShadowRoot): Range | undefined {
  const selection = getSelection();
  if (!selection) return undefined;
  const range = document.createRange();
  if (selection.getComposedRanges) {
    const [found] = selection.getComposedRanges({ shadowRoots: [root] });
    if (!found || found.collapsed) return undefined;
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range;
  }
  const own =
    (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.() ?? selection;
  return own.rangeCount && !own.isCollapsed ? own.getRangeAt(0) : undefined;
}
