import type { DraftFile } from '@irisflow/client';
import { patchJson } from '../patch-json.ts';
import { mergeJson, type Collision } from './merge-json.ts';
import { mergeXml } from './merge-xml.ts';

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

export interface MergedFile {
  /** With theirs at the places where both collide and nothing was chosen. */
  readonly text: string;
  readonly collisions: readonly Collision[];
}

/** Both texts of a file as one: JSON part by part, diagrams and tables element by element. Null where one of the two must be chosen. */
export const mergeFile = (
  { path, base, theirs }: Pick<FileConflict, 'path' | 'base' | 'theirs'>,
  mine: string | null,
  choices?: ReadonlyMap<string, 'mine' | 'theirs'>,
): MergedFile | null => {
  if (base === null || mine === null || theirs.content === null) return null;
  const texts = [base, mine, theirs.content] as const;
  if (!path.endsWith('.json')) {
    const text = mergeXml(texts);
    return text === null ? null : { text, collisions: [] };
  }
  const merged = mergeJson(texts, choices);
  return merged && { collisions: merged.collisions, text: patchJson(theirs.content, merged.value) };
};

/** What comes of a file that was written here and by somebody else: a text that has both, or a conflict that a person decides. */
export type Meeting =
  | { readonly kind: 'conflict'; readonly conflict: FileConflict }
  | {
      readonly kind: 'merged' | 'same';
      readonly theirs: SeenText;
      readonly text: string | null;
      readonly by: string | null;
    };

export interface Met {
  readonly path: string;
  readonly base: string | null;
  readonly mine: string | null;
  /** What the platform has; undefined where somebody removed it. */
  readonly file: DraftFile | undefined;
}

export const meetFile = ({ path, base, mine, file }: Met): Meeting => {
  const { content = null, revision = 0, writtenBy: by = null, writtenAt: at = null } = file ?? {};
  const theirs = { content, revision };
  if (mine === content) return { kind: 'same', theirs, text: mine, by };
  const conflict = { path, base, theirs, by, at };
  const merged = mergeFile(conflict, mine);
  if (merged === null || merged.collisions.length > 0) return { kind: 'conflict', conflict };
  return { kind: 'merged', theirs, text: merged.text, by };
};
