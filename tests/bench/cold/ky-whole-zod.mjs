/**
 * The page of `ky-zod.mjs` as `import { z }` makes it: esbuild keeps all of zod then, because what
 * is imported is one object.
 */

import { z } from "zod";
import "./ky-zod.mjs";

z.config();
