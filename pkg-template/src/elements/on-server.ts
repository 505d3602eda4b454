/** On servers and in simulated pages (jsdom), the elements load the wasm as the client does. */

import "../index.node.js";
import "../reading/index.node.js";
