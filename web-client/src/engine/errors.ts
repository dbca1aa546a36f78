/**
 * Why an artifact could not be used, and so who must act:
 *
 * - `missing`: the server has no such file: not built yet, or a newer revision has replaced it
 * - `unavailable`: the server or the network failed: trying again may help
 * - `corrupt`: the file is there but is not what the format promises
 * - `format`: the artifacts were written in a format that this program does not know
 */
export type ArtifactErrorCode = "missing" | "unavailable" | "corrupt" | "format";

/** An artifact could not be used. `path` is the artifact's name below the base. */
export class ArtifactError extends Error {
  override readonly name = "ArtifactError";
  readonly code: ArtifactErrorCode;
  readonly path: string;

  constructor(code: ArtifactErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.code = code;
    this.path = path;
  }
}

/** What `decode` returns; what it throws becomes an `ArtifactError` that calls the file at `path` corrupt. */
export function decodeArtifact<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof ArtifactError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArtifactError("corrupt", path, reason, { cause: error });
  }
}

/** A part of this program that is loaded when it is needed; throws an `ArtifactError` when it cannot be. */
export async function loadPart<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new ArtifactError("unavailable", name, "could not be loaded", { cause: error });
  }
}
