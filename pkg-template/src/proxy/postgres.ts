/** A store in PostgreSQL, for several servers. */

import type { ProxyStore } from "./store.js";

/** Runs one parameterised query, like the `query` of `pg`'s pools and clients. */
export type PostgresQuery = (
  text: string,
  values: string[],
) => PromiseLike<{ rows: Record<string, unknown>[] }>;

/** Options of {@link postgresStore}. */
export interface PostgresStoreOptions {
  /** The table's name, which may have a schema. Default `ninjahire_proxy`. */
  table?: string | undefined;
}

/** Every so many writes, so many expired rows are removed. */
const writesPerSweep = 500;
const rowsPerSweep = 1_000;

/**
 * Keeps decisions in one table of PostgreSQL (9.5 or later), which {@link postgresTable} creates.
 * It uses the database's clock, so the servers' clocks may differ.
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
  const table = quoteName(options.table ?? "ninjahire_proxy");
  const expires = "clock_timestamp() + $3::float8 * interval '1 millisecond'";
  let writes = 0;

  const write = async (text: string, values: string[]) => {
    const { rows } = await query(text, values);
    if (++writes % writesPerSweep === 0) {
      // The write does not wait for this. It skips locked rows, which a later write removes.
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
    // An expired row counts as absent. Simultaneous inserts wait for each other, and only one succeeds.
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
    // The value has the time at which the bucket is full again, a space, and how long the last request
    // must wait (see bucket.ts). The clock is read once, so that all parts agree.
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
 * The SQL that creates the table. Run it once, as a migration. The table must not be unlogged: a
 * crash of the server would empty it, and then a decision could ring again.
 *
 * @example
 * await pool.query(postgresTable());
 */
export function postgresTable({ table = "ninjahire_proxy" }: PostgresStoreOptions = {}): string {
  const name = table.split(".").at(-1);
  return `CREATE TABLE IF NOT EXISTS ${quoteName(table)} (
  key text PRIMARY KEY,
  value text NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS ${quoteName(`${name}_expires`)} ON ${quoteName(table)} (expires);
`;
}

/** Checks and quotes a name, because SQL takes no name as a parameter. */
function quoteName(name: string): string {
  if (!/^[A-Za-z_]\w{0,54}(\.[A-Za-z_]\w{0,54})?$/.test(name)) {
    throw new TypeError(`postgresStore: table must be a plain name, not ${JSON.stringify(name)}`);
  }
  return name
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");
}
