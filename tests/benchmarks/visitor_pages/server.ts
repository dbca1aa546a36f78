/**
 * A static server as a site's host is one: files compressed beforehand, ranges, HTTP/1.1 with keep-alive. It counts what
 * it sends. Orders come as lines of JSON on its standard input; each is answered with a line on its standard output.
 */

import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** An answered request. Bytes are those of the answer on the wire, status line and headers included. */
interface Sent {
  readonly path: string;
  readonly status: number;
  readonly body_bytes: number;
  readonly header_bytes: number;
}

interface Served {
  readonly file: string;
  readonly type: string;
  readonly encoding: "br" | "gzip" | null;
  /** Null for what is read when it is asked for. */
  readonly body: Buffer | null;
}

type Order =
  | { readonly do: "mount"; readonly prefix: string; readonly folder: string }
  | { readonly do: "answer"; readonly path: string; readonly q: string; readonly json: string }
  | { readonly do: "sizes"; readonly paths: readonly string[] }
  | { readonly do: "unmount" }
  | { readonly do: "sent" };

/** What web servers use. */
const GZIP_LEVEL = 6;
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
};
/** Few and small, so that compressing them well costs nobody anything. */
const BROTLI = new Set([".js", ".css", ".wasm"]);

const served = new Map<string, Served>();
/** By path and the parameter `q`: `/api/embed?some words`. */
const answers = new Map<string, Buffer>();
let sent: Sent[] = [];

function mount(prefix: string, folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || extname(file) === ".map") continue;
    served.set(prefix + relative(folder, file).split(sep).join("/"), compress(file));
  }
}

function compress(file: string): Served {
  const kind = extname(file);
  const type = TYPES[kind];
  if (type === undefined) return { file, type: "application/octet-stream", encoding: null, body: null };
  const content = readFileSync(file);
  return BROTLI.has(kind)
    ? { file, type, encoding: "br", body: brotliCompressSync(content) }
    : { file, type, encoding: "gzip", body: gzipSync(content, { level: GZIP_LEVEL }) };
}

function respond(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? "/";
  const path = decodeURIComponent(url.split("?", 1)[0] as string);
  const { socket } = request;
  const before = socket.bytesWritten;
  const send = (status: number, headers: OutgoingHttpHeaders, body: Buffer): void => {
    response.writeHead(status, { ...headers, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body, () => {
      const body_bytes = request.method === "HEAD" ? 0 : body.length;
      sent.push({ path, status, body_bytes, header_bytes: socket.bytesWritten - before - body_bytes });
    });
  };
  const answer = answers.get(`${path}?${new URL(url, "http://localhost").searchParams.get("q")}`);
  const found = served.get(path);
  if (answer) send(200, { "content-type": "application/json", "content-encoding": "gzip" }, answer);
  else if (found) sendFile(found, request.headers.range, send);
  else send(404, { "content-type": "text/plain" }, Buffer.from("not found"));
}

function sendFile(
  { file, type, encoding, body }: Served,
  range: string | undefined,
  send: (status: number, headers: OutgoingHttpHeaders, body: Buffer) => void,
): void {
  const fresh = file.endsWith("current.json");
  const headers = {
    "content-type": type,
    "cache-control": fresh ? "no-cache" : "public, max-age=31536000, immutable",
  };
  if (body) {
    send(200, { ...headers, "content-encoding": encoding ?? "identity", vary: "accept-encoding" }, body);
    return;
  }
  const size = statSync(file).size;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === undefined) {
    send(200, { ...headers, "accept-ranges": "bytes" }, readFileSync(file));
    return;
  }
  const first = Number(from);
  const last = Math.min(to ? Number(to) : size - 1, size - 1);
  const piece = Buffer.alloc(last - first + 1);
  const opened = openSync(file, "r");
  readSync(opened, piece, 0, piece.length, first);
  closeSync(opened);
  send(206, { ...headers, "accept-ranges": "bytes", "content-range": `bytes ${first}-${last}/${size}` }, piece);
}

function obey(order: Order): unknown {
  switch (order.do) {
    case "mount":
      mount(order.prefix, order.folder);
      return null;
    case "answer":
      answers.set(`${order.path}?${order.q}`, gzipSync(order.json, { level: GZIP_LEVEL }));
      return null;
    case "sizes":
      return order.paths.map((path) => served.get(path)?.body?.length ?? null);
    case "unmount":
      served.clear();
      answers.clear();
      return null;
    case "sent": {
      const done = sent;
      sent = [];
      return done;
    }
  }
}

const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const server = createServer(respond);
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  say((server.address() as AddressInfo).port);
  createInterface({ input: process.stdin })
    .on("line", (line) => say(obey(JSON.parse(line) as Order)))
    .on("close", () => process.exit());
});
