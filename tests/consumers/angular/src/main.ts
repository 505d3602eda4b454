import "ninjahire-calls/elements";
import {
  CUSTOM_ELEMENTS_SCHEMA,
  Component,
  DestroyRef,
  type Signal,
  effect,
  inject,
  provideZonelessChangeDetection,
  signal,
} from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { NinjaHireClient } from "ninjahire-calls";
import { searchTranscript } from "ninjahire-calls/reading";
import {
  type CallSnapshot,
  type Store,
  createCallStore,
  createInstantCallStore,
  createScreeningResultsStore,
} from "ninjahire-calls/store";
import { application, clientOptions, reportOf, watchOptions } from "../framework.mjs";

/** Makes a signal of a store. It ends with the component. */
function signalOf<Snapshot>(store: Store<Snapshot>): Signal<Snapshot> {
  const state = signal(store.getSnapshot());
  inject(DestroyRef).onDestroy(store.subscribe(() => state.set(store.getSnapshot())));
  return state;
}

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p>{{ call().status }}</p>
    @if (call().status === "done") {
      <ninjahire-call [client]="client" [call]="call().call" />
    }
  `,
})
class App {
  readonly client = new NinjaHireClient(clientOptions);
  readonly #dial = createInstantCallStore(this.client);
  readonly dial = signalOf(this.#dial);
  readonly results = signalOf(createScreeningResultsStore(this.client, { size: 3 }));
  readonly call = signal<CallSnapshot>(createCallStore(this.client, null).getSnapshot());

  constructor() {
    void this.#dial.place(application);
    effect((onCleanup) => {
      const store = createCallStore(this.client, this.dial().call?.call_id, watchOptions);
      onCleanup(store.subscribe(() => this.call.set(store.getSnapshot())));
    });
    effect(() => {
      const state = { results: this.results(), dial: this.dial(), call: this.call() };
      void reportOf(state, searchTranscript);
    });
  }
}

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
