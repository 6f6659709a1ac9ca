import { ConnectionError, ProblemError, type ApplicationDraft, type Locale } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { sameAnswers } from './same-answers.ts';

/** What is saved together. */
export interface Answers {
  readonly data: FormData;
  readonly page: string | null;
  readonly language: Locale;
}

export type StoredDraft = Pick<ApplicationDraft, 'data' | 'revision' | 'savedAt' | 'page'>;

/** How saving stands. In `conflict` a newer version exists elsewhere and the person must choose. */
export type SaveState =
  | { readonly kind: 'idle' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'failed' | 'submitted' }
  | { readonly kind: 'conflict'; readonly theirs: StoredDraft };

export interface DraftStore {
  /** Fails with STALE_REVISION when somebody saved since `revision`. */
  readonly save: (answers: Answers, revision: number) => Promise<{ readonly revision: number }>;
  readonly load: () => Promise<StoredDraft>;
}

export interface DraftSaverOptions {
  readonly revision: number;
  readonly store: DraftStore;
  readonly onState: (state: SaveState) => void;
  /** Called with answers the platform now has. */
  readonly onSaved: (answers: Answers) => void;
}

export interface DraftSaver {
  /** The last revision that this screen knows. */
  readonly revision: () => number;
  /** Saves answers, after those under way. Resolves once the platform has them or newer ones, however long it takes. */
  readonly put: (answers: Answers) => Promise<void>;
  /** Tries again what could not be saved. */
  readonly retry: () => void;
  /** Reports a newer version found while opening. */
  readonly disagree: (theirs: StoredDraft, mine: Answers) => void;
  /** Ends a conflict with the answers of this screen. */
  readonly keepMine: () => void;
  /** Ends a conflict with the newer version, which is returned. */
  readonly takeTheirs: () => StoredDraft | undefined;
  /** Saves nothing more: the application was sent or thrown away. */
  readonly close: () => void;
}

const codeOf = (error: unknown): string | undefined => (error instanceof ProblemError ? error.problem.code : undefined);

const troubleOf = (error: unknown): SaveState => {
  if (error instanceof ConnectionError) return { kind: 'offline' };
  if (codeOf(error) === 'DRAFT_SUBMITTED') return { kind: 'submitted' };
  const isSignedOut = error instanceof ProblemError && error.problem.status === 401;
  return { kind: isSignedOut ? 'signedOut' : 'failed' };
};

/**
 * Saves a draft, one request at a time and each on the revision of the one before. What cannot be saved waits for
 * `retry` or for the person's choice; newer answers take its place meanwhile.
 */
export const createDraftSaver = ({ revision: start, store, onState, onSaved }: DraftSaverOptions): DraftSaver => {
  let revision = start;
  let state: SaveState = { kind: 'idle' };
  let waiting: Answers | undefined;
  let listeners: (() => void)[] = [];
  let isRunning = false;
  let isClosed = false;

  const enter = (next: SaveState): void => {
    state = next;
    onState(next);
  };

  const settle = (answers: Answers): void => {
    onSaved(answers);
    if (waiting !== answers) return;
    waiting = undefined;
    const done = listeners;
    listeners = [];
    for (const resolve of done) resolve();
  };

  /** A lost response looks like a newer version; if that version says what we sent, it is ours. */
  const reconcile = async (answers: Answers): Promise<void> => {
    const theirs = await store.load();
    if (!sameAnswers(theirs.data, answers.data)) return enter({ kind: 'conflict', theirs });
    revision = theirs.revision;
    settle(answers);
  };

  const send = async (answers: Answers): Promise<void> => {
    try {
      ({ revision } = await store.save(answers, revision));
      settle(answers);
    } catch (error) {
      if (codeOf(error) !== 'STALE_REVISION') throw error;
      await reconcile(answers);
    }
  };

  const run = async (): Promise<void> => {
    if (isRunning || state.kind === 'conflict') return;
    isRunning = true;
    try {
      while (waiting !== undefined && !isClosed) {
        enter({ kind: 'saving' });
        await send(waiting);
        // The choice of the person continues the work.
        if ((state as SaveState).kind === 'conflict') return;
      }
      enter({ kind: 'saved' });
    } catch (error) {
      if (!isClosed) enter(troubleOf(error));
    } finally {
      isRunning = false;
    }
  };

  return {
    revision: () => revision,
    put: (answers) => {
      if (isClosed) return Promise.resolve();
      waiting = answers;
      const stored = new Promise<void>((resolve) => listeners.push(resolve));
      void run();
      return stored;
    },
    retry: () => {
      if (waiting !== undefined) void run();
    },
    disagree: (theirs, mine) => {
      waiting = mine;
      enter({ kind: 'conflict', theirs });
    },
    keepMine: () => {
      if (state.kind !== 'conflict') return;
      revision = state.theirs.revision;
      enter({ kind: 'saving' });
      void run();
    },
    takeTheirs: () => {
      if (state.kind !== 'conflict') return undefined;
      const { theirs } = state;
      revision = theirs.revision;
      if (waiting !== undefined) settle(waiting);
      enter({ kind: 'saved' });
      return theirs;
    },
    close: () => {
      isClosed = true;
      waiting = undefined;
    },
  };
};
