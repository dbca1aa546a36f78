/** For tests: the worker in a thread of Node.js, with the same sql.js. */

import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { Connect } from "./connection.ts";
import type { Reply, Request } from "./protocol.ts";
import { serveDatabase } from "./service.ts";

/** Starts threads; `started` counts them. */
export function makeThreads(): { readonly connect: Connect; started: number } {
  const threads = {
    started: 0,
    connect: ((onReply, onFailure) => {
      threads.started += 1;
      const thread = new Worker(fileURLToPath(import.meta.url));
      thread.on("message", (reply: Reply) => onReply(reply));
      thread.on("error", (error: Error) => onFailure(error.message));
      return { post: (request) => thread.postMessage(request), terminate: () => void thread.terminate() };
    }) satisfies Connect,
  };
  return threads;
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const handle = serveDatabase((reply) => port.postMessage(reply));
  port.on("message", (request: Request) => handle(request));
}
