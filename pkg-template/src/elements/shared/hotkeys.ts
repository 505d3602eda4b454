import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The function for each key. It returns `false` if it does nothing at present. */
export type Hotkeys = Record<string, () => boolean | void>;

/** Elements whose keys must stay theirs, by where the focus is. */
const typed = "input:not([type=range]), textarea, select, [contenteditable]";
const pressed = "button, a, summary, [role=switch]";
const moved = "input[type=range], [role=slider]";

/** Single-key shortcuts while the focus is inside the host. */
export class HotkeyController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #keys: () => Hotkeys | undefined;

  /** `keys` returns `undefined` if shortcuts are off. */
  constructor(host: ReactiveControllerHost & HTMLElement, keys: () => Hotkeys | undefined) {
    this.#host = host;
    this.#keys = keys;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener("keydown", this.#pressed);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("keydown", this.#pressed);
  }

  #pressed = (event: KeyboardEvent) => {
    const { key, defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return;
    const focused = event.composedPath()[0] as Element;
    if (focused.matches?.(typed)) return;
    if (key === " " && focused.matches?.(pressed)) return;
    if (key.startsWith("Arrow") && focused.matches?.(moved)) return;
    const does = this.#keys()?.[key];
    if (does && does() !== false) event.preventDefault();
  };
}
