/** What every store must do, and does: in memory, and in Redis by way of both usual clients. */

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { memoryStore, redisStore } from "./helpers/package.mjs";
import { connectRedis, startRedis } from "./helpers/redis.mjs";

const { path } = await startRedis();
const { client, store: viaRedis } = await connectRedis(path);
const ioredis = new Redis({ path });
after(() => ioredis.disconnect());

for (const [name, store] of [
  ["memory", memoryStore()],
  ["Redis, by redis", viaRedis],
  ["Redis, by ioredis", redisStore(([name, ...args]) => ioredis.call(name, ...args))],
]) {
  describe(name, () => {
    const key = () => `test:${crypto.randomUUID()}`;

    test("it keeps a value until it expires", async () => {
      const one = key();
      assert.equal(await store.get(one), undefined);
      await store.set(one, 'é " 1', 150);
      assert.equal(await store.get(one), 'é " 1');
      await store.set(one, "", 150);
      assert.equal(await store.get(one), "");
      await pause(200);
      assert.equal(await store.get(one), undefined);
    });

    test("of a hundred at once one sets what is absent", async () => {
      const one = key();
      const all = await Promise.all(
        Array.from({ length: 100 }, (_, i) => store.setIfAbsent(one, String(i), 150)),
      );
      assert.equal(all.filter((isSet) => isSet === true).length, 1);
      assert.equal(await store.get(one), String(all.indexOf(true)));
      await pause(200);
      assert.equal(await store.setIfAbsent(one, "again", 150), true);
    });

    test("a time of less than a millisecond will do", async () => {
      const one = key();
      await store.set(one, "x", 0.2);
      await pause(20);
      assert.equal(await store.get(one), undefined);
    });
  });
}

test("a bucket in Redis gives its tokens once, and new ones in time", async () => {
  const key = `bucket:${crypto.randomUUID()}`;
  const take = () => viaRedis.takeToken(key, 5, 100);
  const waits = await Promise.all(Array.from({ length: 20 }, take));
  assert.equal(waits.filter((wait) => wait === 0).length, 5);
  for (const wait of waits) assert.ok(wait <= 100, String(wait));
  await pause(120);
  assert.equal(await take(), 0);
  assert.ok((await take()) > 0);
  await pause(700);
  assert.equal(await client.exists(key), 0, "a full bucket is forgotten");
});
