/** Scrolls the middle of a row to the middle of its box. Scrolls only that box. */
export function scrollInto(box: HTMLElement, row: HTMLElement): void {
  const outer = box.getBoundingClientRect();
  const inner = row.getBoundingClientRect();
  box.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 2);
}

export function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
