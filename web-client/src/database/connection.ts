/** A worker, as the page sees it. */

import type { Reply, Request } from "./protocol.ts";

export interface Connection {
  post(request: Request): void;
  /** Ends the worker at once, whatever it does, and frees its memory. */
  terminate(): void;
}

/** Start a worker. `onReply` is told what it answers, `onFailure` once when it cannot go on. */
export type Connect = (onReply: (reply: Reply) => void, onFailure: (reason: string) => void) => Connection;
