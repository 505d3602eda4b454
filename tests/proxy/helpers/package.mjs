/** The built package's proxy, in the folder `NINJAHIRE_PKG`. */

import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../../pkg");

/** The path of a file of the package. */
export const packaged = (file) => resolve(root, file);

const load = (file) => import(pathToFileURL(packaged(file)).href);

export const { createProxy, allowAnyone, memoryStore, nodeHandler } = await load("proxy/index.js");
export const { redisStore } = await load("proxy/redis.js");
export const { postgresStore, postgresTable } = await load("proxy/postgres.js");
