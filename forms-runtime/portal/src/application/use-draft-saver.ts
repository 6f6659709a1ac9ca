import type { ApplicationDraft } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useLocale } from '@irisflow/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createDraftSaver, type DraftSaver, type SaveState } from './draft-saver.ts';
import { draftStoreOf } from './draft-store.ts';
import { sameAnswers } from './same-answers.ts';
import { unsavedAnswersOf, type UnsavedStore } from './unsaved-answers.ts';

/** Often enough that nobody waits for it, seldom enough for a weak line. */
const RETRY_MILLISECONDS = 5000;

export interface DraftSaving {
  readonly state: SaveState;
  readonly saver: DraftSaver;
  /** What to show first: answers this tab could not save before, else the saved ones. */
  readonly start: { readonly data: FormData; readonly page: string | null };
  /** Notes every change in this tab, before it is saved. */
  readonly note: (data: FormData) => void;
  /** Saves what a pause or a page change ends. Resolves once it is safe. */
  readonly save: (data: FormData) => Promise<void>;
  /** Names the page in view; the next save carries it. */
  readonly visit: (page: string) => void;
}

interface Opened {
  readonly saver: DraftSaver;
  readonly unsaved: UnsavedStore;
  readonly start: DraftSaving['start'];
  readonly begin: (language: ApplicationDraft['language']) => void;
}

const open = (draft: ApplicationDraft, onState: (state: SaveState) => void): Opened => {
  const unsaved = unsavedAnswersOf(draft.id, sessionStorage);
  const saver = createDraftSaver({
    revision: draft.revision,
    store: draftStoreOf(draft.id),
    onState,
    onSaved: ({ data }) => unsaved.forget(data),
  });
  const kept = unsaved.read();
  if (kept === undefined || sameAnswers(kept.data, draft.data))
    return { saver, unsaved, start: { data: draft.data, page: draft.page }, begin: () => undefined };
  const { data, page } = kept;
  const begin: Opened['begin'] = (language) => {
    if (kept.revision === draft.revision) void saver.put({ data, page, language });
    else saver.disagree(draft, { data, page, language });
  };
  return { saver, unsaved, start: { data, page }, begin };
};

/** Who comes back to this tab may have signed in again in another one. */
const useReturns = (saver: DraftSaver, { kind }: SaveState): void => {
  useEffect(() => {
    if (kind !== 'signedOut') return undefined;
    window.addEventListener('focus', saver.retry);
    return () => window.removeEventListener('focus', saver.retry);
  }, [kind, saver]);
};

const useRetries = (saver: DraftSaver, state: SaveState): void => {
  const isStuck = state.kind === 'offline' || state.kind === 'failed';
  useEffect(() => {
    if (!isStuck) return undefined;
    const timer = setInterval(saver.retry, RETRY_MILLISECONDS);
    window.addEventListener('online', saver.retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', saver.retry);
    };
  }, [isStuck, saver]);
};

/** A closed tab forgets what it alone knows; the browser asks first. */
const useLeaveWarning = ({ kind }: SaveState): void => {
  const isUnsafe = kind === 'offline' || kind === 'failed' || kind === 'conflict';
  useEffect(() => {
    if (!isUnsafe) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsafe]);
};

/** Saves an application while it is filled in, and brings back what an earlier visit of this tab could not save. */
export const useDraftSaver = (draft: ApplicationDraft): DraftSaving => {
  const locale = useLocale();
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [{ saver, unsaved, start, begin }] = useState(() => open(draft, setState));
  const page = useRef(start.page);
  const language = useRef(locale);
  useEffect(() => {
    language.current = locale;
  }, [locale]);
  useEffect(() => begin(language.current), [begin]);
  useRetries(saver, state);
  useReturns(saver, state);
  useLeaveWarning(state);

  const note = useCallback(
    (data: FormData) => unsaved.write({ revision: saver.revision(), data, page: page.current }),
    [unsaved, saver],
  );
  const save = useCallback(
    (data: FormData) => saver.put({ data, page: page.current, language: language.current }),
    [saver],
  );
  const visit = useCallback((next: string) => {
    page.current = next;
  }, []);
  return { state, saver, start, note, save, visit };
};
