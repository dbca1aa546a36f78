/** Block files: whole gzip members one after another (docs/format.md, "Block files"). */

/** A run of bytes of a file. */
export interface ByteRange {
  readonly offset: number;
  readonly size: number;
}

/** Ranges nearer to each other than this are read together: a request costs about as much as these bytes. */
const MAX_GAP_BYTES = 1_024;

/** What a block holds. Rejects when it is damaged: a member ends with a CRC-32 of its content. */
export async function inflateBlock(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream("gzip");
  // Written by hand, since the stream of a `Blob` takes six times as long. Whoever reads hears what goes wrong.
  const writer = writable.getWriter();
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

/** Ascending `ranges` in runs, of which each is worth one request. */
export function groupRanges<T extends ByteRange>(ranges: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const range of ranges) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && range.offset - (last.offset + last.size) <= MAX_GAP_BYTES) run.push(range);
    else runs.push([range]);
  }
  return runs;
}
