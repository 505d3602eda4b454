/** The requirements of every store: in memory, in PostgreSQL, and in Redis by both usual clients. */

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { memoryStore, postgresStore, postgresTable, redisStore } from "./helpers/package.mjs";
import { connectPostgres, startPostgres } from "./helpers/postgres.mjs";
import { connectRedis, startRedis } from "./helpers/redis.mjs";

const { path } = await startRedis();
const { client, store: viaRedis } = await connectRedis(path);
const ioredis = new Redis({ path });
after(() => ioredis.disconnect());

const pool = connectPostgres((await startPostgres()).settings);
await pool.query(postgresTable());

for (const [name, store] of [
  ["memory", memoryStore()],
  ["PostgreSQL", postgresStore((text, values) => pool.query(text, values))],
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

    test("of a hundred simultaneous calls one sets an absent key", async () => {
      const one = key();
      const all = await Promise.all(
        Array.from({ length: 100 }, (_, i) => store.setIfAbsent(one, String(i), 150)),
      );
      assert.equal(all.filter((isSet) => isSet === true).length, 1);
      assert.equal(await store.get(one), String(all.indexOf(true)));
      await pause(200);
      assert.equal(await store.setIfAbsent(one, "again", 150), true);
    });

    test("a key is removed only where it has the given value", async () => {
      const one = key();
      await store.set(one, "mine", 5_000);
      await store.removeIf(one, "yours");
      assert.equal(await store.get(one), "mine");
      await store.removeIf(one, "mine");
      assert.equal(await store.get(one), undefined);
      await store.removeIf(one, "mine");
      assert.equal(await store.setIfAbsent(one, "again", 5_000), true);
    });

    test("a bucket gives each token once, and new ones after a while", async () => {
      const one = key();
      const take = () => store.takeToken(one, 5, 1_000);
      const waits = await Promise.all(Array.from({ length: 20 }, take));
      assert.equal(waits.filter((wait) => wait === 0).length, 5);
      for (const wait of waits) assert.ok(wait <= 1_000, String(wait));
      await pause(1_050);
      assert.equal(await take(), 0);
      assert.ok((await take()) > 0);
    });

    test("a bucket with a refill time of 0 always has a token", async () => {
      const one = key();
      for (let n = 0; n < 5; n++) assert.equal(await store.takeToken(one, 1e9, 6e-5), 0);
    });

    test("an entry can last thirty days", async () => {
      const one = key();
      await store.set(one, "x", 30 * 86_400_000);
      assert.equal(await store.get(one), "x");
      assert.equal(await store.setIfAbsent(one, "y", 30 * 86_400_000), false);
    });

    test("a time of less than a millisecond is accepted", async () => {
      const one = key();
      await store.set(one, "x", 0.2);
      await pause(20);
      assert.equal(await store.get(one), undefined);
    });
  });
}

test("a full bucket is removed from Redis", async () => {
  const key = `bucket:${crypto.randomUUID()}`;
  assert.equal(await viaRedis.takeToken(key, 5, 20), 0);
  await pause(60);
  assert.equal(await client.exists(key), 0);
});

test("a bucket in Redis works after the server's clock was set back", async () => {
  const key = `bucket:${crypto.randomUUID()}`;
  await client.set(key, String(Date.now() + 3_600_000), { PX: 7_200_000 });
  const wait = await viaRedis.takeToken(key, 3, 50);
  assert.ok(wait > 0 && wait <= 50, String(wait));
  await pause(80);
  assert.equal(await viaRedis.takeToken(key, 3, 50), 0);
});
