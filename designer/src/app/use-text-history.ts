import { useRef, useState } from 'react';

/** The steps of a text, for as long as only one person wrote it: another `epoch` has other steps. */
export interface KeptHistory {
  readonly past: readonly string[];
  readonly future: readonly string[];
  readonly epoch: number;
}

export const noHistory: KeptHistory = { past: [], future: [], epoch: 0 };

/** Where steps are kept while nobody shows the text. */
export interface HistoryKeeper {
  readonly epoch: number;
  readonly read: () => KeptHistory;
  readonly keep: (history: KeptHistory) => void;
}

export interface TextHistory {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** Makes a change that can be undone. Changes with the same `merge` that follow each other at once are one step. */
  push: (next: string, merge?: string) => void;
}

const depth = 100;
/** Longest pause, in milliseconds, between two keys of one word. */
const pause = 1500;

/** Undo and redo over the text of a file; only changes made through `push` are steps. */
export const useTextHistory = (
  content: string,
  write: (content: string) => void,
  keeper?: HistoryKeeper,
): TextHistory => {
  const epoch = keeper?.epoch ?? 0;
  const [state, setState] = useState<KeptHistory>(() => keeper?.read() ?? noHistory);
  const { past, future } = state.epoch === epoch ? state : noHistory;
  const setHistory = (steps: Pick<KeptHistory, 'past' | 'future'>): void => {
    const history = { ...steps, epoch };
    setState(history);
    keeper?.keep(history);
  };
  const last = useRef<{ readonly merge: string | undefined; readonly at: number }>({ merge: undefined, at: 0 });
  const previous = past.at(-1);
  const [following] = future;
  const isSameStep = (merge: string | undefined): boolean => {
    const now = Date.now();
    const isSame = merge !== undefined && merge === last.current.merge && now - last.current.at < pause;
    last.current = { merge, at: now };
    return isSame && past.length > 0;
  };
  const leave = (): void => {
    last.current = { merge: undefined, at: 0 };
  };
  return {
    canUndo: previous !== undefined,
    canRedo: following !== undefined,
    undo() {
      if (previous === undefined) return;
      leave();
      setHistory({ past: past.slice(0, -1), future: [content, ...future] });
      write(previous);
    },
    redo() {
      if (following === undefined) return;
      leave();
      setHistory({ past: [...past, content], future: future.slice(1) });
      write(following);
    },
    push(next, merge) {
      if (next === content) return;
      const steps = isSameStep(merge) ? past : [...past, content].slice(-depth);
      setHistory({ past: steps, future: [] });
      write(next);
    },
  };
};
