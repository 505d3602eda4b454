/** Shows the banner while there is no connection. Afterwards, followed calls continue without help. */
export function watchConnection(banner) {
  const show = () => (banner.hidden = navigator.onLine);
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
}
