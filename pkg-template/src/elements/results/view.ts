/** All functions that draw the table. They load while the results do. */

export { columnsOf } from "./columns.js";
export {
  dateOfResult,
  matching,
  nameOfResult,
  nextOrder,
  pageOf,
  rowsOf,
  sharedNames,
  sorted,
} from "./rows.js";
export { candidate, pager, table } from "./table.js";
export { tableStyles } from "./table-styles.js";
export { toolbar } from "./toolbar.js";
