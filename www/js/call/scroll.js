/** Keeps the end in sight while a conversation grows, unless the reader is elsewhere. */

const nearPx = 96;

export function followEnd(content, button) {
  let isOn = true;

  /** Whatever scrolls the conversation: its own panel on a wide page, the page's pane on a narrow one. */
  function scroller() {
    for (let box = content; box; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
    }
    return document.scrollingElement;
  }

  const isAtEnd = () => {
    const box = scroller();
    return box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
  };
  const toEnd = () => {
    const box = scroller();
    box.scrollTop = box.scrollHeight;
  };
  button.addEventListener("click", () => {
    button.hidden = true;
    toEnd();
  });
  document.addEventListener("scroll", () => isAtEnd() && (button.hidden = true), {
    capture: true,
    passive: true,
  });

  return {
    /** Runs what makes it longer. */
    around(grow) {
      const wasAtEnd = isOn && isAtEnd();
      const hasGrown = grow();
      if (!isOn || !hasGrown) return;
      if (wasAtEnd) toEnd();
      button.hidden = wasAtEnd;
    },
    set(on) {
      isOn = on;
      if (!on) button.hidden = true;
    },
  };
}
