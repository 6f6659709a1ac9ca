import type { DraftFile, DraftNews, ProcedureDraft, ProcedureProblem } from '@irisflow/client';
import {
  isAway,
  isStale,
  openedDraft,
  seenIn,
  without,
  type DraftPort,
  type DraftState,
  type FileChanges,
  type FileNews,
  type StoreOptions,
} from './draft-state.ts';
import { ActStack } from './act-stack.ts';
import { noHistory, type KeptHistory } from '../app/use-text-history.ts';
import { meetFile, type SeenText } from './together/file-conflict.ts';

/** Milliseconds before a save is tried again while the line is down. */
const retryAfter = 5000;
/** Milliseconds after a keystroke before the browser keeps it. */
const keepAfter = 300;

/**
 * Holds the draft of one procedure while somebody edits it and saves one file at a time. Each file has a revision of its
 * own: what others write elsewhere is taken as it comes, what they write into a file that is edited here is merged or asked.
 */
export class DraftStore {
  readonly #port: DraftPort;
  readonly #options: StoreOptions;
  readonly #listeners = new Set<() => void>();
  readonly #seen: Map<string, SeenText>;
  readonly #histories = new Map<string, KeptHistory>();
  /** Files that an editor changes without having written it yet. */
  readonly #touched = new Set<string>();
  readonly #acts = new ActStack();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  /** Whether somebody else wrote in between and is not heard yet. */
  #isBehind = false;
  #state: DraftState;

  constructor(initial: ProcedureDraft, port: DraftPort, options: StoreOptions) {
    this.#port = port;
    this.#options = options;
    this.#seen = seenIn(initial.files);
    this.#state = openedDraft(initial, options.keeper?.left() ?? null);
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(path: string, content: string): void {
    const { files, unsaved, conflicts } = this.#state;
    this.#touched.delete(path);
    if (files.get(path) === content) return;
    this.#set({ files: new Map(files).set(path, content), unsaved: new Set(unsaved).add(path) });
    this.#keepSoon();
    // A conflict waits for a person; saving again would only meet it again.
    if (conflicts.has(path)) return;
    this.#set({ save: this.#state.save === 'offline' ? 'offline' : 'pending' });
    this.#schedule(this.#options.quiet);
  }

  /** An editor changes a file and will write it in a moment, or says that nothing came of it. */
  touch(path: string, isTouched: boolean): void {
    if (isTouched) this.#touched.add(path);
    else if (this.#touched.delete(path) && this.#isBehind) void this.flush();
  }

  /** The steps of a file that can be undone, kept while its editor is closed. */
  historyOf(path: string): KeptHistory {
    return this.#histories.get(path) ?? noHistory;
  }

  keepHistory(path: string, history: KeptHistory): void {
    this.#histories.set(path, history);
  }

  /** Changes several files as one step, all of them or none: one undo takes all of it back. */
  async act(changes: FileChanges): Promise<void> {
    const before = this.#textsOf(changes.keys());
    await this.#applyAll(changes);
    this.#acts.push({ before, after: changes });
    this.#set({});
  }

  /** Whether the last act can be taken back: not while one of its files says something else by now. */
  readonly canUndo = (): boolean => this.#isNow(this.#acts.last?.after);

  readonly canRedo = (): boolean => this.#isNow(this.#acts.next?.before);

  async undo(): Promise<void> {
    const { last } = this.#acts;
    if (last === undefined || !this.canUndo()) return;
    await this.#applyAll(last.before);
    this.#acts.stepBack();
    this.#set({});
  }

  async redo(): Promise<void> {
    const { next } = this.#acts;
    if (next === undefined || !this.canRedo()) return;
    await this.#applyAll(next.after);
    this.#acts.stepForth();
    this.#set({});
  }

  /** Brings a text back that a file had; one undo takes it back. */
  async restore(path: string, revision: number): Promise<void> {
    await this.flush();
    const before = this.#textsOf([path]);
    const seen = this.#seen.get(path)?.revision ?? 0;
    const { content, ...saved } = await this.#port.restore({ path, revision, seen });
    this.#seen.set(path, { content, revision: saved.revision });
    this.#place(path, content);
    this.#accept(saved);
    this.#acts.push({ before, after: new Map([[path, content]]) });
    this.#set({ acts: this.#state.acts + 1 });
    this.#settle();
  }

  /** Saves what is typed now. Answers when everything is with the platform, or the save failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running === null && (this.#pending().length > 0 || this.#isBehind))
      this.#running = this.#saveAll().finally(() => {
        this.#running = null;
      });
    await this.#running;
  }

  /** Takes the draft as the platform has it after something happened to all of it; files that are edited here stay. */
  async reload(): Promise<void> {
    clearTimeout(this.#timer);
    this.#takeDraft(await this.#port.load());
    await this.flush();
  }

  /** Takes what others did and who they are. */
  take({ revision, people, changes }: DraftNews): void {
    if (JSON.stringify(people) !== JSON.stringify(this.#state.people)) this.#set({ people });
    if (changes === null || revision <= this.#state.draft.revision) return;
    const news = this.#takeFiles(changes.files, { revision, paths: new Set(changes.paths) });
    this.#set({ draft: { ...this.#state.draft, revision, changed: true }, ...(news.length > 0 && { news }) });
  }

  /** Says what stays of a file that two people wrote; what was typed here is kept in its history where it does not. */
  async resolve(path: string, content: string | null): Promise<void> {
    const conflict = this.#state.conflicts.get(path);
    if (conflict === undefined) return;
    const mine = this.#state.files.get(path);
    if (mine !== undefined && mine !== content) await this.#setAside(path, mine);
    this.#seen.set(path, conflict.theirs);
    this.#set({ conflicts: without(this.#state.conflicts, path) });
    this.#place(path, content);
    await this.flush();
    this.#settle();
  }

  /** Goes on with what an earlier window did not save. */
  async takeUp(): Promise<void> {
    for (const { path, content, base, revision } of this.#state.left?.edits ?? []) {
      const here = this.#state.files.get(path);
      if (here === content) continue;
      // Typed since, or an older edit of the same file: it is kept, and the newer one goes on.
      if (here !== undefined && this.#state.unsaved.has(path)) await this.#setAside(path, here);
      this.#seen.set(path, { content: base, revision });
      this.#place(path, content);
    }
    this.#forgetLeft();
    await this.flush();
  }

  /** Leaves what an earlier window did not save to the history of the files. */
  async leaveAside(): Promise<void> {
    for (const { path, content } of this.#state.left?.edits ?? []) await this.#setAside(path, content);
    this.#forgetLeft();
  }

  /** Keeps what is not saved in the browser, now. */
  keep(): void {
    const { keeper } = this.#options;
    if (keeper === undefined) return;
    clearTimeout(this.#keepTimer);
    const edits = [...this.#state.unsaved].flatMap((path) => {
      const content = this.#state.files.get(path);
      if (content === undefined) return [];
      const { content: base = null, revision = 0 } = this.#seen.get(path) ?? {};
      return [{ path, content, base, revision }];
    });
    const isKept = keeper.keep(edits);
    const left = keeper.left();
    if (isKept !== this.#state.isKept || JSON.stringify(left) !== JSON.stringify(this.#state.left))
      this.#set({ isKept, left });
  }

  async lint(): Promise<readonly ProcedureProblem[]> {
    const problems = await this.#port.lint();
    this.#set({ problems });
    return problems;
  }

  #textsOf(paths: Iterable<string>): FileChanges {
    return new Map([...paths].map((path) => [path, this.#state.files.get(path) ?? null]));
  }

  #isNow(files: FileChanges | undefined): boolean {
    if (files === undefined) return false;
    return [...files].every(([path, text]) => (this.#state.files.get(path) ?? null) === text);
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  #keepSoon(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.keep(), keepAfter);
  }

  #forgetLeft(): void {
    this.#options.keeper?.forget();
    this.#set({ left: null });
    this.keep();
  }

  /** Puts a text here and notes whether the platform has it. */
  #place(path: string, content: string | null): void {
    const files = new Map(this.#state.files);
    const unsaved = new Set(this.#state.unsaved);
    if (content === null) files.delete(path);
    else files.set(path, content);
    if (content === null || content === this.#seen.get(path)?.content) unsaved.delete(path);
    else unsaved.add(path);
    const epochs = new Map(this.#state.epochs).set(path, (this.#state.epochs.get(path) ?? 0) + 1);
    this.#set({ files, unsaved, epochs });
    this.#keepSoon();
  }

  #pending(): string[] {
    return [...this.#state.unsaved].filter((path) => !this.#state.conflicts.has(path));
  }

  /** What the platform answers for a change of ours; where it skips a number, somebody else wrote in between. */
  #accept({ revision, problems }: { revision: number; problems?: ProcedureProblem[] }): void {
    const isNext = revision === this.#state.draft.revision + 1;
    const draft = { ...this.#state.draft, ...(isNext && { revision }), changed: true };
    this.#set({ draft, ...(problems !== undefined && { problems }) });
    this.#isBehind ||= revision > this.#state.draft.revision;
  }

  async #setAside(path: string, content: string): Promise<void> {
    this.#accept(await this.#port.setAside({ path, content }));
  }

  /** Puts texts here at once, so that the pages show them, and with the platform together; takes them back where it refuses. */
  async #applyAll(changes: FileChanges): Promise<void> {
    const before = this.#textsOf(changes.keys());
    const put = (texts: FileChanges): void => {
      for (const [path, text] of texts) this.#place(path, text);
    };
    put(changes);
    this.#set({
      acts: this.#state.acts + 1,
      unsaved: new Set([...this.#state.unsaved].filter((path) => !changes.has(path))),
    });
    try {
      await this.flush();
      const files = [...changes].map(([path, content]) => ({
        path,
        content,
        revision: this.#seen.get(path)?.revision ?? 0,
      }));
      const saved = await this.#port.changeFiles(files);
      for (const [path, content] of changes)
        this.#seen.set(path, { content, revision: content === null ? 0 : saved.revision });
      this.#accept(saved);
      for (const [path, content] of changes) if (content !== null) this.#noteUnsaved(path);
      this.#settle();
    } catch (error) {
      put(before);
      this.#set({ acts: this.#state.acts + 1 });
      this.#schedule(this.#options.quiet);
      if (isStale(error)) await this.reload();
      throw error;
    }
  }

  /** Typed again while a change was under way: it is saved once more. */
  #noteUnsaved(path: string): void {
    if (this.#state.files.get(path) === this.#seen.get(path)?.content) return;
    this.#set({ unsaved: new Set(this.#state.unsaved).add(path) });
    this.#schedule(this.#options.quiet);
  }

  #settle(): void {
    const { conflicts, unsaved } = this.#state;
    if (conflicts.size > 0) this.#set({ save: 'conflict' });
    else if (unsaved.size === 0) this.#set({ save: 'saved', savedAt: this.#options.now() });
    this.keep();
  }

  async #saveAll(): Promise<void> {
    this.#set({ save: 'saving' });
    try {
      for (let [path] = this.#pending(); path !== undefined; [path] = this.#pending()) await this.#saveOne(path);
      if (this.#isBehind) this.#takeDraft(await this.#port.load());
      this.#settle();
    } catch (error) {
      const isOffline = isAway(error);
      this.#set({ save: isOffline ? 'offline' : 'failed' });
      if (isOffline) this.#schedule(retryAfter);
      this.keep();
    }
  }

  async #saveOne(path: string): Promise<void> {
    const content = this.#state.files.get(path) ?? '';
    try {
      const saved = await this.#port.save({ path, content, revision: this.#seen.get(path)?.revision ?? 0 });
      this.#seen.set(path, { content, revision: saved.revision });
      this.#accept(saved);
    } catch (error) {
      if (!isStale(error)) throw error;
      this.#takeDraft(await this.#port.load(), path);
      return;
    }
    // Typed again while the save was under way: it stays unsaved and the loop takes it once more.
    if (this.#state.files.get(path) !== content) return;
    this.#set({ unsaved: new Set([...this.#state.unsaved].filter((other) => other !== path)) });
  }

  #takeDraft(draft: ProcedureDraft, met?: string): void {
    const { revision, files } = draft;
    this.#isBehind = false;
    const news = this.#takeFiles(files, { revision, paths: new Set(files.map(({ path }) => path)) });
    this.#set({ draft, ...(news.length > 0 && { news }) });
    if (met !== undefined)
      this.#meet(
        met,
        files.find(({ path }) => path === met),
      );
  }

  #isEdited(path: string): boolean {
    return this.#state.unsaved.has(path) || this.#touched.has(path) || this.#state.conflicts.has(path);
  }

  /** Files that others wrote, unless they are edited here: those meet when they are saved. */
  #takeFiles(files: readonly DraftFile[], there: { revision: number; paths: ReadonlySet<string> }): FileNews[] {
    const news: FileNews[] = [];
    for (const { path, content, revision, writtenBy } of files) {
      if (revision <= (this.#seen.get(path)?.revision ?? 0)) continue;
      this.#isBehind ||= this.#touched.has(path);
      if (this.#isEdited(path)) continue;
      this.#seen.set(path, { content, revision });
      if (this.#state.files.get(path) === content) continue;
      this.#place(path, content);
      news.push({ path, by: writtenBy, kind: 'changed' });
    }
    return [...news, ...this.#takeRemovals(there)];
  }

  #takeRemovals({ revision, paths }: { revision: number; paths: ReadonlySet<string> }): FileNews[] {
    const gone = [...this.#seen].filter(
      ([path, seen]) => !paths.has(path) && seen.content !== null && seen.revision <= revision && !this.#isEdited(path),
    );
    return gone.map(([path]) => {
      this.#seen.delete(path);
      this.#place(path, null);
      return { path, by: null, kind: 'removed' };
    });
  }

  /** Two people wrote one file: both are taken where they do not collide, and else a person is asked. */
  #meet(path: string, file: DraftFile | undefined): void {
    const base = this.#seen.get(path)?.content ?? null;
    const met = meetFile({ path, base, mine: this.#state.files.get(path) ?? null, file });
    if (met.kind === 'conflict') {
      this.#set({ conflicts: new Map(this.#state.conflicts).set(path, met.conflict) });
      return;
    }
    this.#seen.set(path, met.theirs);
    this.#place(path, met.text);
    if (met.kind === 'merged') this.#set({ news: [{ path, by: met.by, kind: 'merged' }] });
  }
}
