import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long a button must have been seen before it may ask, in milliseconds. */
const seenForMs = 800;

/** Version 2 of the API, where there is one, knows what is covered or transparent, too. */
interface SeeingObserverInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

let hasWarned = false;

/**
 * In a frame of another site, what a person clicks on may not be what they see: there the host must
 * have been visible for a moment before it may ask to ring a phone.
 */
export class FramingGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #isAllowed: () => boolean;
  #observer: IntersectionObserver | undefined;
  #seenSince = Infinity;

  constructor(host: ReactiveControllerHost & Element, isAllowed: () => boolean) {
    this.#host = host;
    this.#isAllowed = isAllowed;
    host.addController(this);
  }

  /** Whether the host may ask now. */
  get mayAsk(): boolean {
    return !this.#observer || this.#isAllowed() || performance.now() - this.#seenSince >= seenForMs;
  }

  hostConnected(): void {
    if (!isFramedByAnotherSite() || this.#isAllowed()) return;
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

function isFramedByAnotherSite(): boolean {
  if (window.top === window) return false;
  try {
    // Throws where the outermost page has another origin.
    return !window.top?.location.href;
  } catch {
    const outer = [...(location.ancestorOrigins ?? [])];
    return !outer.length || !outer.every((origin) => isSameSite(new URL(origin).hostname));
  }
}

/** The same host, or one below the other. */
function isSameSite(host: string): boolean {
  const { hostname } = location;
  return host === hostname || host.endsWith(`.${hostname}`) || hostname.endsWith(`.${host}`);
}
