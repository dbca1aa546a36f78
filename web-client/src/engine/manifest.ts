import type { ArtifactStore } from "./artifacts.ts";
import { asCount, asFields, asList, asNumber, asString, checkEqualLengths, type Fields } from "./checks.ts";
import { ArtifactError } from "./errors.ts";

/** The version of docs/format.md that this program reads. */
export const FORMAT = 1;

/** One pack of the lexicon: the first term of each lexicon block, and the first word of each word shard. */
export interface LexiconPack {
  readonly pack: string;
  readonly terms: readonly string[];
  /** Of each lexicon block the size, in units of 64 bytes. */
  readonly sizes: readonly number[];
  readonly words: readonly string[];
}

/** The site's vectors. */
export interface ManifestVectors {
  /** What made them, such as `static/wordllama-256@128`. */
  readonly model: string;
  readonly dimensions: number;
  /** The pack of their directory. */
  readonly pack: string;
  /** Clusters are looked through until so many sections have been. */
  readonly sectionsWanted: number;
  /** The sections found in so many documents, those that words like best, are looked at in any case. */
  readonly documentsWanted: number;
}

/** What the engine needs of `manifest.json`. */
export interface Manifest {
  readonly revision: string;
  readonly site: {
    readonly name: string;
    readonly title: string;
    /** Where the site's pages are: a path or an absolute URL. */
    readonly baseUrl: string;
    readonly language: string;
  };
  readonly counts: { readonly documents: number; readonly sections: number };
  /** The share of words in a score of words and meaning. */
  readonly wordsShare: number;
  /** Null for a site of words alone. */
  readonly vectors: ManifestVectors | null;
  readonly lexicon: readonly LexiconPack[];
  /** The pack of the directory of documents. */
  readonly documents: string;
  /** How many tags there are, and documents with a date. */
  readonly facets: { readonly tags: number; readonly dates: number };
  readonly database: {
    /** Below the base. */
    readonly path: string;
    /** Text and postings: a lower bound of the file's size. */
    readonly contentBytes: number;
  };
}

/** Read the manifest of the published revision. Throws an `ArtifactError`: `format` when a newer program wrote it. */
export function readManifest(store: ArtifactStore, site: string, signal?: AbortSignal): Promise<Manifest> {
  const path = `${site}/current.json`;
  const decode = (json: unknown): Manifest => {
    const pointer = checkFormat(json, path);
    return decodeManifest(checkFormat(pointer["content"], path), asString(pointer["manifest"], "manifest"));
  };
  return store.readFresh(path, decode, signal);
}

function checkFormat(json: unknown, path: string): Fields {
  const fields = asFields(json, "the file");
  const format = asNumber(fields["format"], "format");
  if (format !== FORMAT) {
    throw new ArtifactError("format", path, `format ${format} is not the format that this program reads, ${FORMAT}`);
  }
  return fields;
}

function decodeManifest(fields: Fields, path: string): Manifest {
  const site = asFields(fields["site"], "site");
  const counts = asFields(fields["counts"], "counts");
  const documents = asFields(fields["documents"], "documents");
  const database = asFields(fields["database"], "database");
  return {
    revision: asString(fields["revision"], "revision"),
    site: {
      name: asString(site["name"], "site.name"),
      title: asString(site["title"], "site.title"),
      baseUrl: asString(site["base_url"], "site.base_url"),
      language: asString(site["language"], "site.language"),
    },
    counts: {
      documents: asCount(counts["documents"], "counts.documents"),
      sections: asCount(counts["sections"], "counts.sections"),
    },
    wordsShare: asNumber(asFields(fields["ranking"], "ranking")["words"], "ranking.words"),
    vectors: fields["vectors"] === null ? null : decodeVectors(asFields(fields["vectors"], "vectors")),
    lexicon: asList(fields["lexicon"], "lexicon", decodeLexiconPack),
    documents: asString(documents["pack"], "documents.pack"),
    facets: {
      tags: asCount(documents["tags"], "documents.tags"),
      dates: asCount(documents["dates"], "documents.dates"),
    },
    database: {
      path: path.slice(0, path.lastIndexOf("/") + 1) + asString(database["url"], "database.url"),
      contentBytes: asCount(database["content_bytes"], "database.content_bytes"),
    },
  };
}

function decodeVectors(fields: Fields): ManifestVectors {
  const [sectionsWanted = 0, documentsWanted = 0] = asList(fields["probes"], "vectors.probes", asCount);
  return {
    model: asString(fields["model"], "vectors.model"),
    dimensions: asCount(fields["dimensions"], "vectors.dimensions"),
    pack: asString(fields["pack"], "vectors.pack"),
    sectionsWanted,
    documentsWanted,
  };
}

function decodeLexiconPack(value: unknown, where: string): LexiconPack {
  const fields = asFields(value, where);
  const terms = asList(fields["terms"], `terms of ${where}`, asString);
  const sizes = asList(fields["sizes"], `sizes of ${where}`, asCount);
  checkEqualLengths(terms, sizes);
  return {
    pack: asString(fields["pack"], `pack of ${where}`),
    terms,
    sizes,
    words: asList(fields["words"], `words of ${where}`, asString),
  };
}
