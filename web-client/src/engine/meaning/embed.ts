/** Asks a deployment for the vector of a query (`GET /api/embed`, docs/api.md). */

import type { Fetch } from "../artifacts.ts";
import { decodeBase64 } from "../base64.ts";
import { asCount, asFields, asString } from "../checks.ts";
import { ArtifactError } from "../errors.ts";
import type { QueryVector } from "./codes.ts";

/** Whoever waits longer has read the answer by words. */
const TIMEOUT_MS = 4_000;

export interface Embedding {
  readonly url: string;
  readonly site: string;
  readonly model: string;
  readonly dimensions: number;
}

/**
 * The query's vector. Throws an `ArtifactError`: `unavailable` when the service refuses or is slow, `corrupt` when its
 * answer is not a vector of the site's model.
 */
export async function fetchQueryVector(
  text: string,
  { url, site, model, dimensions }: Embedding,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<QueryVector> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const address = `${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams({ site, q: text })}`;
  let answer: unknown;
  try {
    const response = await fetch(address, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    if (!response.ok) throw new ArtifactError("unavailable", url, `the server answered ${response.status}`);
    answer = await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ArtifactError) throw error;
    throw new ArtifactError("unavailable", url, "could not be asked for the query's vector", { cause: error });
  }
  return decodeAnswer(answer, url, model, dimensions);
}

function decodeAnswer(answer: unknown, url: string, model: string, dimensions: number): QueryVector {
  try {
    const fields = asFields(answer, "the answer");
    if (asString(fields["model"], "model") !== model) throw new TypeError(`the vector is not one of ${model}`);
    const bytes = decodeBase64(asString(fields["vector"], "vector"));
    if (asCount(fields["dimensions"], "dimensions") !== dimensions || bytes.length !== dimensions) {
      throw new TypeError(`the vector has not ${dimensions} dimensions`);
    }
    return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    throw new ArtifactError("corrupt", url, error instanceof Error ? error.message : String(error), { cause: error });
  }
}
