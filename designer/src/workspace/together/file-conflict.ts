import { patchJson } from '../patch-json.ts';
import { mergeJson, type MergedJson } from './merge-json.ts';

/** What the platform is known to have of a file, and since which revision of the draft. */
export interface SeenText {
  readonly revision: number;
  /** Null where it has none. */
  readonly content: string | null;
}

/** A file that somebody else wrote while it was edited here. What is typed here stands with the files of the draft. */
export interface FileConflict {
  readonly path: string;
  /** What both began with. */
  readonly base: string | null;
  readonly theirs: SeenText;
  readonly by: string | null;
  readonly at: string | null;
}

/** Both texts of a file of JSON as one; null where they are no JSON, or where one of them is gone. */
export const mergeFile = (
  conflict: Pick<FileConflict, 'path' | 'base' | 'theirs'>,
  mine: string | null,
  choices?: ReadonlyMap<string, 'mine' | 'theirs'>,
): (MergedJson & { readonly text: string }) | null => {
  const { path, base, theirs } = conflict;
  if (!path.endsWith('.json') || base === null || mine === null || theirs.content === null) return null;
  const merged = mergeJson([base, mine, theirs.content], choices);
  return merged && { ...merged, text: patchJson(theirs.content, merged.value) };
};
