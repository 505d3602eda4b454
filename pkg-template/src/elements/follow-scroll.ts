/** How the end of growing content is kept in sight. */
export interface FollowScroll {
  /** Whether the end is followed. */
  following: boolean;
  isOn: boolean;
  /** Goes to the end, if that is where the reader is. */
  grown(): void;
}

/**
 * Keeps the end of growing content in sight, for as long as the reader is at the end. Scrolls
 * nothing but its own box, and never away from where somebody reads.
 */
export function followScroll(
  box: HTMLElement,
  content: HTMLElement,
  changed: () => void,
): FollowScroll {
  let top = 0;
  const follow = {
    following: true,
    isOn: false,
    grown() {
      if (follow.isOn && follow.following) box.scrollTop = top = box.scrollHeight;
    },
  };
  box.onscroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box;
    const was = follow.following;
    if (scrollHeight - scrollTop - clientHeight < 40) follow.following = true;
    else if (scrollTop < top - 1) follow.following = false;
    top = scrollTop;
    if (was !== follow.following) changed();
  };
  // Simulated pages have no layout to observe.
  if (globalThis.ResizeObserver) new ResizeObserver(follow.grown).observe(content);
  return follow;
}
