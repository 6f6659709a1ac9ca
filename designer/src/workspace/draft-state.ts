import {
  ConnectionError,
  ProblemError,
  type DraftNews,
  type ProcedureDraft,
  type ProcedureProblem,
} from '@irisflow/client';
import type { SavedFile } from '../api/procedures.ts';
import type { FileConflict, SeenText } from './together/file-conflict.ts';
import type { EditsKeeper, KeptEdits } from './together/kept-edits.ts';

/** `conflict`: somebody else wrote the same file, and a person must say what stays. `offline`: the line is down; it is tried again. */
export type SaveState = 'saved' | 'pending' | 'saving' | 'failed' | 'offline' | 'conflict';

/** What somebody else did to a file that was not edited here. */
export interface FileNews {
  readonly path: string;
  readonly by: string | null;
  /** `merged`: it was edited here too, and both are in it. */
  readonly kind: 'changed' | 'removed' | 'merged';
}

export interface DraftState {
  readonly draft: ProcedureDraft;
  /** Content by path, what is typed included. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths whose content is not yet with the platform. */
  readonly unsaved: ReadonlySet<string>;
  readonly save: SaveState;
  readonly savedAt: Date | null;
  readonly problems: readonly ProcedureProblem[];
  /** How many acts changed files all at once: what an editor of its own kept of a file is older than the last of them. */
  readonly acts: number;
  readonly conflicts: ReadonlyMap<string, FileConflict>;
  readonly people: DraftNews['people'];
  /** What others did last, in one go. */
  readonly news: readonly FileNews[];
  /** How often others changed each file: what could be undone before is theirs by now. */
  readonly epochs: ReadonlyMap<string, number>;
  /** Whether the browser keeps what is not saved. */
  readonly isKept: boolean;
  /** What an earlier window did not save. */
  readonly left: KeptEdits | null;
}

/** What files say after a change of several: null for one that is gone. */
export type FileChanges = ReadonlyMap<string, string | null>;

export interface DraftPort {
  load(): Promise<ProcedureDraft>;
  save(file: { path: string; content: string; revision: number }): Promise<SavedFile>;
  /** All of them or none. */
  changeFiles(files: { path: string; content: string | null; revision: number }[]): Promise<SavedFile>;
  /** Keeps a text in the history of its file that its author does not put into the draft. */
  setAside(file: { path: string; content: string }): Promise<{ revision: number }>;
  /** Brings a text back that a file had in a revision. */
  restore(text: { path: string; revision: number; seen: number }): Promise<SavedFile & { content: string }>;
  lint(): Promise<ProcedureProblem[]>;
}

export interface StoreOptions {
  /** Milliseconds without a keystroke before a save. */
  quiet: number;
  now(): Date;
  keeper?: EditsKeeper;
}

/** A draft that was just opened. */
export const openedDraft = (draft: ProcedureDraft, left: KeptEdits | null): DraftState => ({
  draft,
  files: new Map(draft.files.map((file) => [file.path, file.content])),
  unsaved: new Set(),
  save: 'saved',
  savedAt: null,
  problems: [],
  acts: 0,
  conflicts: new Map(),
  people: [],
  news: [],
  epochs: new Map(),
  isKept: true,
  left,
});

/** What the platform has of each file. */
export const seenIn = (files: ProcedureDraft['files']): Map<string, SeenText> =>
  new Map(files.map(({ path, content, revision }) => [path, { content, revision }]));

/** Whether the platform refuses because somebody else wrote in between. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'STALE_REVISION';

/** What a proxy answers while nobody behind it does. */
const awayStatuses: readonly number[] = [502, 503, 504];

/** Whether the platform was not reached, so that the same is worth another try. */
export const isAway = (error: unknown): boolean =>
  error instanceof ConnectionError || (error instanceof ProblemError && awayStatuses.includes(error.problem.status));

export const without = <T>(map: ReadonlyMap<string, T>, path: string): Map<string, T> =>
  new Map([...map].filter(([other]) => other !== path));
