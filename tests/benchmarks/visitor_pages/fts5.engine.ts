/** What a site imports of sql.js-httpvfs. */
export { createDbWorker } from "sql.js-httpvfs";
