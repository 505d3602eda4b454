import { mount, unmount } from "svelte";
import App from "./App.svelte";

globalThis.mount = (props) => {
  const app = mount(App, { target: document.querySelector("main"), props });
  return () => unmount(app);
};
