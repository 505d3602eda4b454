import { join } from "node:path";
import { nodePlaces } from "../helpers/node.mjs";

export default (folder) => nodePlaces(join(folder, "node_modules/node/bin/node"));
