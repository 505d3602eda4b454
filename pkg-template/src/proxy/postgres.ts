/** A store for many servers: one table in PostgreSQL. */

import type { ProxyStore } from "./store.js";

/** Runs one parameterised query. `pg`'s pools and clients have it, as do most other clients. */
export type PostgresQuery = (
  text: string,
  values: string[],
) => PromiseLike<{ rows: Record<string, unknown>[] }>;

/** What {@link postgresStore} takes besides the query function. */
export interface PostgresStoreOptions {
  /** The table's name, with its schema if need be. Default `ninjahire_proxy`. */
  table?: string | undefined;
}

/** Expired rows are removed once in so many writes, and so many at a time. */
const writesPerSweep = 500;
const rowsPerSweep = 1_000;

/**
 * Keeps decisions in one table of PostgreSQL (9.5 or later), which {@link postgresTable} makes.
 * Times are by the database's clock, so that the servers' own clocks need not agree.
 *
 * @example
 * const pool = new pg.Pool({ connectionString, query_timeout: 2_000 });
 * pool.on("error", console.error);
 * const store = postgresStore((text, values) => pool.query(text, values));
 */
export function postgresStore(
  query: PostgresQuery,
  options: PostgresStoreOptions = {},
): ProxyStore {
  const table = quoted(options.table ?? "ninjahire_proxy");
  const expires = "clock_timestamp() + $3::float8 * interval '1 millisecond'";
  let writes = 0;

  const write = async (text: string, values: string[]) => {
    const { rows } = await query(text, values);
    if (++writes % writesPerSweep === 0) {
      // Not awaited. Locked rows are in use; a later write removes them.
      Promise.resolve(
        query(
          `DELETE FROM ${table} WHERE key IN (SELECT key FROM ${table}
             WHERE expires <= clock_timestamp() LIMIT ${rowsPerSweep} FOR UPDATE SKIP LOCKED)`,
          [],
        ),
      ).catch(() => {});
    }
    return rows;
  };

  return {
    get: async (key) => {
      const { rows } = await query(
        `SELECT value FROM ${table} WHERE key = $1 AND expires > clock_timestamp()`,
        [key],
      );
      return rows[0]?.value as string | undefined;
    },
    set: (key, value, ttlMs) =>
      write(
        `INSERT INTO ${table} (key, value, expires) VALUES ($1, $2, ${expires})
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
        [key, value, String(ttlMs)],
      ),
    // A row that has expired counts as absent. Of those who come at once, one waits for the other.
    setIfAbsent: async (key, value, ttlMs) => {
      const rows = await write(
        `INSERT INTO ${table} AS kept (key, value, expires) VALUES ($1, $2, ${expires})
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires
         WHERE kept.expires <= clock_timestamp() RETURNING key`,
        [key, value, String(ttlMs)],
      );
      return rows.length === 1;
    },
    removeIf: (key, value) =>
      query(`DELETE FROM ${table} WHERE key = $1 AND value = $2`, [key, value]),
    // The value is when the bucket is full again, a space, and how long the last one has to wait
    // (see bucket.ts). The clock is read once, so that all parts agree.
    takeToken: async (key, burst, refillMs) => {
      const rows = await write(
        `WITH clock AS (SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now,
                               $2::float8 * $3::float8 AS size, $3::float8 AS refill)
         INSERT INTO ${table} AS kept (key, value, expires)
         SELECT $1, (now + refill) || ' 0', to_timestamp((now + refill) / 1000) FROM clock
         ON CONFLICT (key) DO UPDATE SET (value, expires) = (
           SELECT CASE WHEN wait > 0 THEN current || ' ' || wait ELSE (current + refill) || ' 0' END,
                  to_timestamp((current + refill) / 1000)
           FROM (SELECT *, current + refill - now - size AS wait
                 FROM (SELECT *, least(greatest(now, split_part(kept.value, ' ', 1)::float8),
                                       now + size) AS current FROM clock) AS filled) AS taken)
         RETURNING split_part(value, ' ', 2) AS wait`,
        [key, String(burst), String(refillMs)],
      );
      return Number(rows[0]?.wait);
    },
  };
}

/**
 * The SQL that makes the table: run it once, as a migration. The table must be an ordinary one: an
 * unlogged table is emptied when the server crashes, and then a decision could ring again.
 *
 * @example
 * await pool.query(postgresTable());
 */
export function postgresTable({ table = "ninjahire_proxy" }: PostgresStoreOptions = {}): string {
  const name = table.split(".").at(-1);
  return `CREATE TABLE IF NOT EXISTS ${quoted(table)} (
  key text PRIMARY KEY,
  value text NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS ${quoted(`${name}_expires`)} ON ${quoted(table)} (expires);
`;
}

/** A name cannot be a parameter, so it is checked and quoted. */
function quoted(name: string): string {
  if (!/^[A-Za-z_]\w{0,54}(\.[A-Za-z_]\w{0,54})?$/.test(name)) {
    throw new TypeError(`postgresStore: table must be a plain name, not ${JSON.stringify(name)}`);
  }
  return name
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");
}
