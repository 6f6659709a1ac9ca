import type { ProcedureDraft, ProcedureProblem } from '@irisflow/client';
import { ProblemError } from '@irisflow/client';
import type { SavedFile } from '../api/procedures.ts';

/** `conflict`: somebody else saved in between, and a person must say whose text stays. */
export type SaveState = 'saved' | 'pending' | 'saving' | 'failed' | 'conflict';

export interface DraftState {
  readonly draft: ProcedureDraft;
  /** Content by path, what is typed included. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths whose content is not yet with the platform. */
  readonly unsaved: ReadonlySet<string>;
  readonly save: SaveState;
  readonly savedAt: Date | null;
  readonly problems: readonly ProcedureProblem[];
}

export interface DraftPort {
  load(): Promise<ProcedureDraft>;
  save(file: { path: string; content: string; revision: number }): Promise<SavedFile>;
  remove(file: { path: string; revision: number }): Promise<SavedFile>;
  lint(): Promise<ProcedureProblem[]>;
}

export interface DraftStore {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  change(path: string, content: string): void;
  remove(path: string): Promise<void>;
  /** Saves what is typed now. Answers when everything is with the platform, or the save failed. */
  flush(): Promise<void>;
  /** Takes the platform's draft; what is typed is lost unless `keep` names it. */
  reload(keep: 'mine' | 'theirs'): Promise<void>;
  lint(): Promise<readonly ProcedureProblem[]>;
}

interface Timing {
  /** Milliseconds without a keystroke before a save. */
  quiet: number;
  now(): Date;
}

const contents = (draft: ProcedureDraft): Map<string, string> =>
  new Map(draft.files.map((file) => [file.path, file.content]));

const isConflict = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 409;

/**
 * Holds the draft of one procedure while somebody edits it and saves one file at a time.
 * Saves are sequential because each one carries the revision that the last one returned.
 */
export const createDraftStore = (initial: ProcedureDraft, port: DraftPort, timing: Timing): DraftStore => {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let state: DraftState = {
    draft: initial,
    files: contents(initial),
    unsaved: new Set(),
    save: 'saved',
    savedAt: null,
    problems: [],
  };

  const set = (change: Partial<DraftState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const accept = ({ revision, problems }: SavedFile): void =>
    set({ draft: { ...state.draft, revision, changed: true }, problems });

  const saveOne = async (path: string): Promise<void> => {
    const content = state.files.get(path);
    if (content === undefined) return;
    accept(await port.save({ path, content, revision: state.draft.revision }));
    // Typed again while the save was under way: it stays unsaved and the loop takes it once more.
    if (state.files.get(path) !== content) return;
    set({ unsaved: new Set([...state.unsaved].filter((other) => other !== path)) });
  };

  const saveAll = async (): Promise<void> => {
    set({ save: 'saving' });
    try {
      for (let [path] = state.unsaved; path !== undefined; [path] = state.unsaved) await saveOne(path);
      set({ save: 'saved', savedAt: timing.now() });
    } catch (error) {
      set({ save: isConflict(error) ? 'conflict' : 'failed' });
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (running === null && state.unsaved.size > 0)
      running = saveAll().finally(() => {
        running = null;
      });
    await running;
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), timing.quiet);
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(path, content) {
      if (state.files.get(path) === content) return;
      const save = state.save === 'conflict' ? 'conflict' : 'pending';
      set({ files: new Map(state.files).set(path, content), unsaved: new Set(state.unsaved).add(path), save });
      // A conflict waits for a person; saving again would only meet it again.
      if (save !== 'conflict') schedule();
    },
    async remove(path) {
      await flush();
      accept(await port.remove({ path, revision: state.draft.revision }));
      const files = new Map(state.files);
      files.delete(path);
      set({ files, savedAt: timing.now() });
    },
    flush,
    async reload(keep) {
      clearTimeout(timer);
      const draft = await port.load();
      const files = contents(draft);
      const mine = keep === 'mine' ? [...state.unsaved] : [];
      for (const path of mine) files.set(path, state.files.get(path) ?? '');
      set({ draft, files, unsaved: new Set(mine), save: mine.length > 0 ? 'pending' : 'saved' });
      await flush();
    },
    async lint() {
      const problems = await port.lint();
      set({ problems });
      return problems;
    },
  };
};
