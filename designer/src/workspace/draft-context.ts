import { createContext, use, useSyncExternalStore } from 'react';
import { useTextHistory, type TextHistory } from '../app/use-text-history.ts';
import type { DraftState } from './draft-state.ts';
import type { DraftStore } from './draft-store.ts';

const DraftContext = createContext<DraftStore | null>(null);
export const DraftProvider = DraftContext.Provider;

/** The draft under edit, read again whenever it changes. Only below the workspace. */
export const useDraft = (): { store: DraftStore; state: DraftState } => {
  const store = use(DraftContext);
  if (store === null) throw new Error('Expected a draft around this component, but it is outside the workspace.');
  const state = useSyncExternalStore(store.subscribe, store.state);
  return { store, state };
};

/** One file of the draft and how to change it; `content` is null when the draft has no such file. */
export const useDraftFile = (path: string): { content: string | null; change: (content: string) => void } => {
  const { store, state } = useDraft();
  return { content: state.files.get(path) ?? null, change: (content) => store.change(path, content) };
};

/** Undo and redo over a file of the draft; its steps are still there when one comes back to it. */
export const useFileHistory = (path: string): TextHistory => {
  const { store, state } = useDraft();
  const { content, change } = useDraftFile(path);
  return useTextHistory(content ?? '', change, {
    epoch: state.epochs.get(path) ?? 0,
    read: () => store.historyOf(path),
    keep: (history) => store.keepHistory(path, history),
  });
};
