/** A value that notifies its listeners. Several changes in one task cause one notification. */

export function store(value) {
  const listeners = new Set();
  let isScheduled = false;
  return {
    get value() {
      return value;
    },
    change(patch) {
      value = { ...value, ...patch };
      if (isScheduled) return;
      isScheduled = true;
      queueMicrotask(() => {
        isScheduled = false;
        for (const listener of listeners) listener(value);
      });
    },
    listen(listener) {
      listeners.add(listener);
      listener(value);
    },
  };
}
