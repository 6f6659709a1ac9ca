export interface ArchiveLimits {
  readonly entries: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly folderBytes: number;
  readonly nameCharacters: number;
}

/** What crosses the border to the thread that reads archives. */
export interface ArchiveInput {
  readonly archive: Uint8Array;
  readonly limits: ArchiveLimits;
}

/** A file as text, or as the bytes of XML. */
export interface ArchivedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export type ArchiveAnswer =
  | { readonly kind: 'files'; readonly files: readonly ArchivedFile[] }
  | { readonly kind: 'refused'; readonly detail: string };
