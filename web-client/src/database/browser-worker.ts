/** Starts the Web Worker. A module of its own, so that tests need no browser. */

import type { Connect } from "./connection.ts";
import type { Reply } from "./protocol.ts";
import { trustedScriptUrl } from "./trusted-url.ts";
import workerUrl from "./worker.ts?worker&url";

export const connectToWorker: Connect = (onReply, onFailure) => {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "inkdex-database" });
  worker.addEventListener("message", (event: MessageEvent<Reply>) => onReply(event.data));
  worker.addEventListener("error", (event) => onFailure(event.message || "its program could not be loaded"));
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
};
