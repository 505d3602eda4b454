/** node:http: streaming in both directions, and browsers that disconnect. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import http from "node:http";
import http2 from "node:http2";
import net from "node:net";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import { nodeHandler } from "./helpers/package.mjs";
import { sendRaw } from "./helpers/raw.mjs";
import { proxyTo, serve, serveProxy } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
const dialPath = `/api/ninjahire/applications/${application}/instant-call`;

beforeEach(() => mock.reset());

const own = { "sec-fetch-site": "same-origin" };
const dial = (url, idempotencyKey = crypto.randomUUID()) =>
  fetch(url + dialPath, { method: "POST", headers: { ...own, "idempotency-key": idempotencyKey } });

test("an answer is forwarded as it arrives", async (t) => {
  const { url } = await serveProxy(t, mock);
  await mock.fault({ pace: { bytes: 2_000, every_ms: 150 } });
  const started = performance.now();
  const response = await fetch(`${url}/api/ninjahire/calls?page=1&size=5`);
  const times = [];
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    times.push(performance.now() - started);
    text += chunk;
  }
  assert.equal(JSON.parse(text).data.length, 5);
  assert.ok(times.at(-1) - times[0] > 100, `in one go: ${times}`);
});

test("a browser that reads slowly slows the API down, and gets the whole answer", async (t) => {
  const { port } = await serveProxy(t, mock, { timeoutMs: 10_000 });
  await mock.fault({ body_bytes: 30_000_000 });
  const socket = net.connect(port, "127.0.0.1");
  socket.write("GET /api/ninjahire/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await once(socket, "readable");
  const before = process.memoryUsage().arrayBuffers;
  await pause(300);
  assert.ok(process.memoryUsage().arrayBuffers - before < 15_000_000, "held in memory");
  let size = 0;
  for await (const chunk of socket) size += chunk.length;
  assert.ok(size > 30_000_000);
});

test("a disconnect of the browser aborts a read at the API", async (t) => {
  const { port } = await serveProxy(t, mock);
  for (const action of [{ stall: "headers" }, { body_bytes: 100_000_000, chunked: true }]) {
    await mock.reset();
    await mock.fault(action);
    const socket = net.connect(port, "127.0.0.1");
    socket.write("GET /api/ninjahire/calls HTTP/1.1\r\nHost: a\r\n\r\n");
    await pause(150);
    socket.resetAndDestroy();
    await pause(200);
    assert.equal((await mock.log())[0].outcome, "dropped", JSON.stringify(action));
  }
});

test("a disconnect of the browser does not abort a dial, and its next copy gets the answer", async (t) => {
  const { port, url } = await serveProxy(t, mock);
  await mock.fault({ delay_ms: 300 });
  const key = crypto.randomUUID();
  const socket = net.connect(port, "127.0.0.1");
  socket.write(
    `POST ${dialPath} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n` +
      `Idempotency-Key: ${key}\r\nContent-Length: 0\r\n\r\n`,
  );
  await pause(100);
  socket.resetAndDestroy();
  const answer = await (await dial(url, key)).json();
  const [seen, ...rest] = await mock.log();
  assert.deepEqual([seen.outcome, rest.length], ["sent", 0]);
  assert.equal(answer.call_id, seen.placed);
});

test("an answer that is cut off is cut off for the browser too", async (t) => {
  const { port } = await serveProxy(t, mock);
  for (const action of [
    { reset: "mid_body" },
    { cut_body: true },
    { cut_body: true, chunked: true },
  ]) {
    await mock.fault({ body_bytes: 200_000, ...action });
    const answer = await sendRaw(port, "GET /api/ninjahire/calls HTTP/1.1\r\nHost: a\r\n\r\n");
    assert.equal(answer.status, 200);
    assert.ok(!/\r\n0\r\n\r\n$/.test(answer.text), "ended as if it were whole");
  }
});

test("a body without end is refused", async (t) => {
  const { port } = await serveProxy(t, mock);
  const socket = net.connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`POST ${dialPath} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const sending = setInterval(() => socket.write(`400\r\n${"x".repeat(1024)}\r\n`), 5);
  t.after(() => clearInterval(sending));
  const [answer] = await once(socket, "data");
  assert.match(String(answer), /^HTTP\/1\.1 413[^]*connection: close/i);
  await once(socket, "close");
  assert.equal((await mock.counts()).instant_calls_received, 0);
});

test("many requests on one connection are separate", async (t) => {
  const { port } = await serveProxy(t, mock);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  for (const [path, status] of [
    ["/api/ninjahire/calls?page=1", 200],
    ["/nothing", 404],
    ["/api/ninjahire/calls?page=0", 400],
    ["/api/ninjahire/calls?page=2", 200],
  ]) {
    const request = http.get({ port, path, agent });
    const [response] = await once(request, "response");
    assert.equal(response.statusCode, status, path);
    await response.resume().toArray();
  }
});

test("HTTP/2 works as well", async (t) => {
  const server = http2.createServer(nodeHandler(proxyTo(mock)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = http2.connect(`http://127.0.0.1:${server.address().port}`);
  t.after(() => {
    client.close();
    server.close();
  });
  const send = async (headers) => {
    const stream = client.request(headers);
    const [{ ":status": status }] = await once(stream, "response");
    stream.setEncoding("utf8");
    return { status, body: (await stream.toArray()).join("") };
  };
  const listing = await send({ ":path": "/api/ninjahire/calls?page=1&size=2" });
  assert.equal(JSON.parse(listing.body).data.length, 2);
  const key = crypto.randomUUID();
  const headers = { ":method": "POST", ":path": dialPath, ...own, "idempotency-key": key };
  const answers = await Promise.all([send(headers), send(headers)]);
  assert.equal(answers[0].status, 200);
  assert.equal(answers[0].body, answers[1].body);
  assert.equal((await mock.counts()).instant_calls_received, 1);
});

test("no listener is left on a connection", async (t) => {
  const handler = nodeHandler(proxyTo(mock));
  let leftOver;
  const { url } = await serve(t, async (request, response) => {
    const count = () => response.listenerCount("close") + response.listenerCount("drain");
    const before = count();
    await handler(request, response);
    leftOver = count() - before;
  });
  await (await fetch(`${url}/api/ninjahire/calls?page=1`)).text();
  assert.equal(leftOver, 0);
});
