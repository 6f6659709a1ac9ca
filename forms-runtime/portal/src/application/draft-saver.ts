import { ConnectionError, type ApplicationDraft, type Locale } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { isSignedOut, problemCode } from '@irisflow/frame';
import { sameAnswers } from './same-answers.ts';

/** What is saved together. */
export interface Answers {
  readonly data: FormData;
  readonly page: string | null;
  readonly language: Locale;
}

export type StoredDraft = Pick<ApplicationDraft, 'data' | 'revision' | 'savedAt' | 'page'>;

/** Why answers wait: no connection, or a fault of the platform. Both pass by themselves. */
export type Trouble = 'offline' | 'failed';

/** How saving stands. In `conflict` a newer version exists elsewhere and the person must choose. */
export type SaveState =
  | { readonly kind: 'idle' | 'saved' | 'signedOut' | 'submitted' | Trouble }
  | { readonly kind: 'saving'; readonly after: Trouble | undefined }
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

/** The saver's own notes between two requests. */
interface Work {
  readonly options: DraftSaverOptions;
  revision: number;
  state: SaveState;
  waiting: Answers | undefined;
  listeners: (() => void)[];
  isRunning: boolean;
  isClosed: boolean;
}

const troubleOf = (error: unknown): SaveState => {
  if (error instanceof ConnectionError) return { kind: 'offline' };
  if (problemCode(error) === 'DRAFT_SUBMITTED') return { kind: 'submitted' };
  return { kind: isSignedOut(error) ? 'signedOut' : 'failed' };
};

const enter = (work: Work, state: SaveState): void => {
  work.state = state;
  work.options.onState(state);
};

const settle = (work: Work, answers: Answers): void => {
  work.options.onSaved(answers);
  if (work.waiting !== answers) return;
  const done = work.listeners;
  work.waiting = undefined;
  work.listeners = [];
  for (const resolve of done) resolve();
};

/** A lost response looks like a newer version; if that version says what we sent, it is ours. */
const reconcile = async (work: Work, answers: Answers): Promise<void> => {
  const theirs = await work.options.store.load();
  if (!sameAnswers(theirs.data, answers.data)) return enter(work, { kind: 'conflict', theirs });
  work.revision = theirs.revision;
  settle(work, answers);
};

const send = async (work: Work, answers: Answers): Promise<void> => {
  try {
    ({ revision: work.revision } = await work.options.store.save(answers, work.revision));
    settle(work, answers);
  } catch (error) {
    if (problemCode(error) !== 'STALE_REVISION') throw error;
    await reconcile(work, answers);
  }
};

const savingAfter = ({ state }: Work): SaveState => {
  if (state.kind === 'saving') return state;
  const wasStuck = state.kind === 'offline' || state.kind === 'failed';
  return { kind: 'saving', after: wasStuck ? state.kind : undefined };
};

const sendAll = async (work: Work): Promise<void> => {
  for (let next = work.waiting; next !== undefined; next = work.waiting) {
    enter(work, savingAfter(work));
    await send(work, next);
    // The choice of the person continues the work.
    if (work.state.kind === 'conflict') return;
  }
  enter(work, { kind: 'saved' });
};

const run = async (work: Work): Promise<void> => {
  if (work.isRunning || work.state.kind === 'conflict') return;
  work.isRunning = true;
  try {
    await sendAll(work);
  } catch (error) {
    if (!work.isClosed) enter(work, troubleOf(error));
  } finally {
    work.isRunning = false;
  }
};

const keepMine = (work: Work): void => {
  if (work.state.kind !== 'conflict') return;
  work.revision = work.state.theirs.revision;
  enter(work, { kind: 'saving', after: undefined });
  void run(work);
};

const takeTheirs = (work: Work): StoredDraft | undefined => {
  if (work.state.kind !== 'conflict') return undefined;
  const { theirs } = work.state;
  work.revision = theirs.revision;
  if (work.waiting !== undefined) settle(work, work.waiting);
  enter(work, { kind: 'saved' });
  return theirs;
};

/**
 * Saves a draft, one request at a time and each on the revision of the one before. What cannot be saved waits for
 * `retry` or for the person's choice; newer answers take its place meanwhile.
 */
export const createDraftSaver = (options: DraftSaverOptions): DraftSaver => {
  const work: Work = {
    options,
    revision: options.revision,
    state: { kind: 'idle' },
    waiting: undefined,
    listeners: [],
    isRunning: false,
    isClosed: false,
  };
  return {
    revision: () => work.revision,
    put: (answers) => {
      if (work.isClosed) return Promise.resolve();
      work.waiting = answers;
      const stored = new Promise<void>((resolve) => work.listeners.push(resolve));
      void run(work);
      return stored;
    },
    retry: () => {
      if (work.waiting !== undefined) void run(work);
    },
    disagree: (theirs, mine) => {
      work.waiting = mine;
      enter(work, { kind: 'conflict', theirs });
    },
    keepMine: () => keepMine(work),
    takeTheirs: () => takeTheirs(work),
    close: () => {
      work.isClosed = true;
      work.waiting = undefined;
    },
  };
};
