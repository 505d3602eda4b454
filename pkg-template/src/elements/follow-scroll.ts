/**
 * Keeps the end of growing content in sight, for as long as the reader is at the end. Scrolls
 * nothing but its own box, and never away from where somebody reads.
 */
export class FollowScroll {
  /** Whether the end is followed. */
  following = true;
  isOn = false;
  readonly #box: HTMLElement;
  readonly #changed: () => void;
  #top = 0;

  constructor(box: HTMLElement, content: HTMLElement, changed: () => void) {
    this.#box = box;
    this.#changed = changed;
    box.addEventListener("scroll", this.#scrolled, { passive: true });
    new ResizeObserver(() => this.grown()).observe(content);
  }

  #scrolled = () => {
    const { scrollTop, scrollHeight, clientHeight } = this.#box;
    const was = this.following;
    if (scrollHeight - scrollTop - clientHeight < 40) this.following = true;
    else if (scrollTop < this.#top - 1) this.following = false;
    this.#top = scrollTop;
    if (was !== this.following) this.#changed();
  };

  /** Goes to the end, if that is where the reader is. */
  grown(): void {
    if (this.isOn && this.following) this.#box.scrollTop = this.#top = this.#box.scrollHeight;
  }

  toEnd(): void {
    this.following = true;
    this.grown();
    this.#changed();
  }
}
