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
  /** How many acts changed files all at once: what an editor of its own kept of a file is older than the last of them. */
  readonly acts: number;
}

/** What files say after a change of several: null for one that is gone. */
export type FileChanges = ReadonlyMap<string, string | null>;

interface Act {
  readonly before: FileChanges;
  readonly after: FileChanges;
}

export interface DraftPort {
  load(): Promise<ProcedureDraft>;
  save(file: { path: string; content: string; revision: number }): Promise<SavedFile>;
  remove(file: { path: string; revision: number }): Promise<SavedFile>;
  lint(): Promise<ProcedureProblem[]>;
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
export class DraftStore {
  readonly #port: DraftPort;
  readonly #timing: Timing;
  readonly #listeners = new Set<() => void>();
  #done: readonly Act[] = [];
  #undone: readonly Act[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #state: DraftState;

  constructor(initial: ProcedureDraft, port: DraftPort, timing: Timing) {
    this.#port = port;
    this.#timing = timing;
    this.#state = {
      draft: initial,
      files: contents(initial),
      unsaved: new Set(),
      save: 'saved',
      savedAt: null,
      problems: [],
      acts: 0,
    };
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(path: string, content: string): void {
    const { files, unsaved, save } = this.#state;
    if (files.get(path) === content) return;
    this.#set({
      files: new Map(files).set(path, content),
      unsaved: new Set(unsaved).add(path),
      save: save === 'conflict' ? 'conflict' : 'pending',
    });
    // A conflict waits for a person; saving again would only meet it again.
    if (save !== 'conflict') this.#schedule();
  }

  async remove(path: string): Promise<void> {
    await this.flush();
    this.#accept(await this.#port.remove({ path, revision: this.#state.draft.revision }));
    const files = new Map(this.#state.files);
    files.delete(path);
    this.#set({ files, savedAt: this.#timing.now() });
  }

  /** Changes several files as one step: one undo takes all of it back. */
  async act(changes: FileChanges): Promise<void> {
    const before = new Map([...changes.keys()].map((path) => [path, this.#state.files.get(path) ?? null]));
    this.#done = [...this.#done, { before, after: changes }];
    this.#undone = [];
    await this.#applyAll(changes);
  }

  /** Whether the last act can be taken back: not while one of its files says something else by now. */
  readonly canUndo = (): boolean => this.#isNow(this.#done.at(-1)?.after);

  readonly canRedo = (): boolean => this.#isNow(this.#undone.at(-1)?.before);

  async undo(): Promise<void> {
    const act = this.#done.at(-1);
    if (act === undefined || !this.canUndo()) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, act];
    await this.#applyAll(act.before);
  }

  async redo(): Promise<void> {
    const act = this.#undone.at(-1);
    if (act === undefined || !this.canRedo()) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, act];
    await this.#applyAll(act.after);
  }

  /** Saves what is typed now. Answers when everything is with the platform, or the save failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running === null && this.#state.unsaved.size > 0)
      this.#running = this.#saveAll().finally(() => {
        this.#running = null;
      });
    await this.#running;
  }

  /** Takes the platform's draft; what is typed is lost unless it is to be kept. */
  async reload(keep: 'mine' | 'theirs'): Promise<void> {
    clearTimeout(this.#timer);
    const draft = await this.#port.load();
    const files = contents(draft);
    const mine = keep === 'mine' ? [...this.#state.unsaved] : [];
    for (const path of mine) files.set(path, this.#state.files.get(path) ?? '');
    this.#set({ draft, files, unsaved: new Set(mine), save: mine.length > 0 ? 'pending' : 'saved' });
    await this.flush();
  }

  async lint(): Promise<readonly ProcedureProblem[]> {
    const problems = await this.#port.lint();
    this.#set({ problems });
    return problems;
  }

  #isNow(files: FileChanges | undefined): boolean {
    if (files === undefined) return false;
    return [...files].every(([path, text]) => (this.#state.files.get(path) ?? null) === text);
  }

  /** New texts first: a file under a new name is there before the one under its old name goes. */
  async #applyAll(changes: FileChanges): Promise<void> {
    for (const [path, text] of changes) if (text !== null) this.change(path, text);
    this.#set({ acts: this.#state.acts + 1 });
    for (const [path, text] of changes) if (text === null && this.#state.files.has(path)) await this.remove(path);
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#timing.quiet);
  }

  #accept({ revision, problems }: SavedFile): void {
    this.#set({ draft: { ...this.#state.draft, revision, changed: true }, problems });
  }

  async #saveAll(): Promise<void> {
    this.#set({ save: 'saving' });
    try {
      for (let [path] = this.#state.unsaved; path !== undefined; [path] = this.#state.unsaved)
        await this.#saveOne(path);
      this.#set({ save: 'saved', savedAt: this.#timing.now() });
    } catch (error) {
      this.#set({ save: isConflict(error) ? 'conflict' : 'failed' });
    }
  }

  async #saveOne(path: string): Promise<void> {
    const content = this.#state.files.get(path) ?? '';
    this.#accept(await this.#port.save({ path, content, revision: this.#state.draft.revision }));
    // Typed again while the save was under way: it stays unsaved and the loop takes it once more.
    if (this.#state.files.get(path) !== content) return;
    this.#set({ unsaved: new Set([...this.#state.unsaved].filter((other) => other !== path)) });
  }
}
