import { nodePlaces } from "../helpers/node.mjs";

export default () => nodePlaces(process.execPath);
