/** A value that tells when it has changed; several changes at once are told once. */

export function store(value) {
  const listeners = new Set();
  let isTelling = false;
  return {
    get value() {
      return value;
    },
    change(patch) {
      value = { ...value, ...patch };
      if (isTelling) return;
      isTelling = true;
      queueMicrotask(() => {
        isTelling = false;
        for (const listener of listeners) listener(value);
      });
    },
    listen(listener) {
      listeners.add(listener);
      listener(value);
    },
  };
}
