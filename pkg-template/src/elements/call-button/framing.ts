import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long a button must have been visible before it may ask, in milliseconds. */
const seenForMs = 800;

/** Version 2 of the API also detects whether the target is covered or transparent. */
interface SeeingObserverInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

let hasWarned = false;

/**
 * Guards against clickjacking in a frame of another site, where a person may not see what they
 * click on: the host must have been visible for a moment before it may ask to place a call.
 */
export class FramingGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #observer: IntersectionObserver | undefined;
  #seenSince = Infinity;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the host may ask now. */
  get mayAsk(): boolean {
    return !this.#observer || performance.now() - this.#seenSince >= seenForMs;
  }

  hostConnected(): void {
    if (!hasWarned)
      console.warn(
        "ninjahire-calls: <ninjahire-call-button> is in a frame of another site, where clicks can be stolen. " +
          "Send `Content-Security-Policy: frame-ancestors` with the page, or set `allow-framing` where the frame is meant.",
      );
    hasWarned = true;
    if (!globalThis.IntersectionObserver) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, isVisible = isIntersecting } = entries.at(
          -1,
        ) as IntersectionObserverEntry & { isVisible?: boolean };
        const isSeen = isIntersecting && isVisible;
        this.#seenSince = isSeen ? Math.min(this.#seenSince, performance.now()) : Infinity;
      },
      { threshold: 0.9, trackVisibility: true, delay: 100 } as SeeingObserverInit,
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#seenSince = Infinity;
  }
}
