/** Says so while there is no connection; calls that are followed go on by themselves afterwards. */
export function watchConnection(banner) {
  const show = () => (banner.hidden = navigator.onLine);
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
}
