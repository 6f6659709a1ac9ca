import { useEffect, useEffectEvent } from 'react';

/** Steps back and forth that keys may take. */
export interface KeyedHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface HistoryKeys {
  /** Where keys belong to what one types in. */
  readonly taken: string;
  /** `window`: behind every editor of the page, which listens on the document and takes what it can do. */
  readonly place: 'document' | 'window';
}

const stepOf = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | null => {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'y') return 'redo';
  if (key.toLowerCase() !== 'z') return null;
  return shiftKey ? 'redo' : 'undo';
};

/** Undo and redo by Ctrl Z and Ctrl Y, wherever one is; a key that has nothing to do here is left to whoever comes next. */
export const useHistoryKeys = (history: KeyedHistory, { taken, place }: HistoryKeys): void => {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const step = event.defaultPrevented ? null : stepOf(event);
    if (step === null || !(step === 'undo' ? history.canUndo : history.canRedo)) return;
    if (event.target instanceof Element && event.target.closest(taken) !== null) return;
    event.preventDefault();
    history[step]();
  });
  useEffect(() => {
    const listening = place === 'window' ? window : document;
    const listener = (event: Event): void => press(event as KeyboardEvent);
    listening.addEventListener('keydown', listener);
    return () => listening.removeEventListener('keydown', listener);
  }, [place]);
};
