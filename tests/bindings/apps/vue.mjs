import { ninjaHire, useCall, useInstantCall, useScreeningResults } from "ninjahire-calls/vue";
import { createApp, h, onMounted, ref } from "vue";
import { client, watchOptions } from "./world.mjs";

const Call = {
  props: ["callId"],
  setup(props) {
    const { state } = useCall(() => props.callId, watchOptions);
    return () => {
      globalThis.renders = (globalThis.renders ?? 0) + 1;
      return [
        h("p", { id: "status" }, state.value.status),
        h(
          "ol",
          { id: "turns" },
          state.value.turns.map(({ index, text }) => h("li", { key: index }, text)),
        ),
      ];
    };
  },
};

const Results = {
  setup() {
    const { state, loadMore } = useScreeningResults(() => ({ size: 3 }));
    return () => [
      h("p", { id: "count" }, state.value.results.length),
      h("button", { id: "more", disabled: !state.value.hasMore, onClick: loadMore }),
    ];
  },
};

const App = {
  props: ["application", "isDialedByEffect"],
  setup(props) {
    const { state, place } = useInstantCall();
    const isShown = ref(true);
    onMounted(() => {
      if (props.isDialedByEffect) {
        place(props.application);
        place(props.application);
      }
    });
    return () => [
      h("button", { id: "place", onClick: () => place(props.application) }),
      h("button", { id: "toggle", onClick: () => (isShown.value = !isShown.value) }),
      h("p", { id: "dial" }, state.value.status),
      isShown.value ? h(Call, { callId: state.value.call?.call_id }) : null,
      h(Results),
    ];
  },
};

globalThis.mount = (props) => {
  const app = createApp(App, props);
  app.use(ninjaHire, client);
  app.mount("main");
  return () => app.unmount();
};
