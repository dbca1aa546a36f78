/** The Web Worker that holds the database, so that a long question never stops the page. */

import wasmUrl from "sql.js/dist/sql-wasm-browser.wasm?url&no-inline";
import type { Request } from "./protocol.ts";
import { serveDatabase } from "./service.ts";

const handle = serveDatabase((reply) => self.postMessage(reply), { locateFile: () => wasmUrl });
self.addEventListener("message", (event: MessageEvent<Request>) => handle(event.data));
