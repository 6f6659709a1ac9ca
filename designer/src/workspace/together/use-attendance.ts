import { useEffect, useEffectEvent } from 'react';
import { attendDraft, leaveDraft } from '../../api/procedures.ts';
import { useDraft } from '../draft-context.ts';

/** Milliseconds between two questions who is there and what they wrote. */
const askEvery = 4000;

/** Says where one is for as long as the window is seen, and takes what others do meanwhile. */
export const useAttendance = (procedureKey: string, windowId: string, path: string | null): void => {
  const { store } = useDraft();
  const ask = useEffectEvent(async (shown: string | null): Promise<void> => {
    const { draft, unsaved } = store.state();
    // A window that is open says so in the browser too: what it did not save yet is nobody else's to go on with.
    store.keep();
    if (document.visibilityState === 'hidden') return;
    const isEditing = shown !== null && unsaved.has(shown);
    const news = await attendDraft(procedureKey, { windowId, path: shown, isEditing, revision: draft.revision });
    const before = draft.revision;
    store.take(news);
    if (store.state().news.length > 0 && news.revision > before) await store.lint();
  });
  // A question without an answer is asked again in a moment; what is not saved says itself that the line is down.
  const askQuietly = useEffectEvent((shown = path) => void ask(shown).catch(() => undefined));
  useEffect(() => {
    const timer = setInterval(() => askQuietly(), askEvery);
    const leave = (): void => void leaveDraft(procedureKey, windowId).catch(() => undefined);
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') askQuietly();
      else leave();
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pagehide', leave);
    };
  }, [procedureKey, windowId]);
  // Others see at once which file one opened.
  useEffect(() => askQuietly(path), [path]);
  useEffect(() => () => void leaveDraft(procedureKey, windowId).catch(() => undefined), [procedureKey, windowId]);
};
