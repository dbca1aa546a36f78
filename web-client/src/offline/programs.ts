/** Which files of Inkdex itself a page needs without a network: all that the build has listed. */

import type { Fetch } from "../engine/artifacts.ts";
import { asCount, asFields, asString } from "../engine/checks.ts";
import { ArtifactError, decodeArtifact } from "../engine/errors.ts";

export interface Programs {
  /** Absolute addresses. */
  readonly urls: readonly string[];
  /** Of all of them, uncompressed. */
  readonly bytes: number;
  /** Changes with any of them. */
  readonly version: string;
}

/** Written by vite.offline.ts. */
const LIST = "offline.json";

/** The files that are listed in `folder`, which ends with a slash. Throws an `ArtifactError`. */
export async function listPrograms(folder: string, fetch: Fetch, signal?: AbortSignal): Promise<Programs> {
  const response = await request(folder + LIST, fetch, signal);
  const text = await response.text();
  return decodeArtifact(LIST, () => {
    const fields = asFields(JSON.parse(text), LIST);
    const files = Object.entries(asFields(fields["files"], "files"));
    return {
      urls: files.map(([name]) => folder + name),
      bytes: files.reduce((sum, [name, bytes]) => sum + asCount(bytes, name), 0),
      version: asString(fields["version"], "version"),
    };
  });
}

/** What the server has at `url`. Throws an `ArtifactError`, or `signal`'s reason. */
export async function request(url: string, fetch: Fetch, signal: AbortSignal | undefined): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal: signal ?? null });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ArtifactError("unavailable", url, "could not be fetched", { cause: error });
  }
  if (response.ok) return response;
  const code = response.status === 404 || response.status === 410 ? "missing" : "unavailable";
  throw new ArtifactError(code, url, `the server answered ${response.status}`);
}
