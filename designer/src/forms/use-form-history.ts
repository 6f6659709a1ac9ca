import { useState } from 'react';

interface History {
  past: readonly string[];
  future: readonly string[];
}

export interface FormHistory {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** Makes a change that can be undone. */
  push: (next: string) => void;
}

const depth = 100;

/** Undo and redo over the text of a file; only changes made through `push` are steps. */
export const useFormHistory = (content: string, write: (content: string) => void): FormHistory => {
  const [{ past, future }, setHistory] = useState<History>({ past: [], future: [] });
  const previous = past.at(-1);
  const [following] = future;
  return {
    canUndo: previous !== undefined,
    canRedo: following !== undefined,
    undo() {
      if (previous === undefined) return;
      setHistory({ past: past.slice(0, -1), future: [content, ...future] });
      write(previous);
    },
    redo() {
      if (following === undefined) return;
      setHistory({ past: [...past, content], future: future.slice(1) });
      write(following);
    },
    push(next) {
      if (next === content) return;
      setHistory({ past: [...past, content].slice(-depth), future: [] });
      write(next);
    },
  };
};
