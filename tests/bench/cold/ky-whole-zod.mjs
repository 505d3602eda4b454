/**
 * The page of `ky-zod.mjs` as `import { z }` makes it: esbuild then keeps all of zod, because
 * `z` is one object.
 */

import { z } from "zod";
import "./ky-zod.mjs";

z.config();
