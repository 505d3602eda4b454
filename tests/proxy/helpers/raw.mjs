/** HTTP as bytes, for requests that no client would send. */

import net from "node:net";

/** Sends `bytes`. Returns the bytes that arrived until the server closed or the answer was complete. */
export function sendRaw(port, bytes, { waitMs = 2_000 } = {}) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    let text = "";
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      const at = text.indexOf("\r\n\r\n");
      resolve({ status, head: text.slice(0, at), body: text.slice(at + 4), text });
    };
    const timer = setTimeout(done, waitMs);
    socket.setEncoding("latin1");
    socket.on("data", (data) => {
      text += data;
      const [head, ...rest] = text.split("\r\n\r\n");
      const length = /^content-length: (\d+)$/im.exec(head)?.[1];
      const body = rest.join("\r\n\r\n");
      if (length !== undefined && body.length >= Number(length)) done();
      if (/^transfer-encoding: chunked$/im.test(head) && /(^|\r\n)0\r\n\r\n$/.test(body)) done();
    });
    socket.on("close", done);
    socket.on("error", () => {});
    socket.write(bytes);
  });
}
