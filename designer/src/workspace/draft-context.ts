import { createContext, use, useSyncExternalStore } from 'react';
import type { DraftState, DraftStore } from './draft-store.ts';

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
