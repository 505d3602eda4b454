import { nodePlaces } from "../helpers/node.mjs";

export const quick = /./;

export default () => nodePlaces(process.execPath);
