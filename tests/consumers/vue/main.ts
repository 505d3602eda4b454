import "ninjahire-calls/elements";
import { NinjaHireClient } from "ninjahire-calls";
import { ninjaHire } from "ninjahire-calls/vue";
import { createApp } from "vue";
import App from "./App.vue";
import { clientOptions } from "./framework.mjs";

createApp(App).use(ninjaHire, new NinjaHireClient(clientOptions)).mount("main");
