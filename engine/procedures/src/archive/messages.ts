import type { FolderFile } from '../folder-limits.ts';

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

export type ArchiveAnswer =
  | { readonly kind: 'files'; readonly files: readonly FolderFile[] }
  | { readonly kind: 'refused'; readonly detail: string };
