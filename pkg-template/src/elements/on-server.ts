/** Server bundles and simulated pages (jsdom) get the wasm as the client there does. */

import "../index.node.js";
import "../reading/index.node.js";
