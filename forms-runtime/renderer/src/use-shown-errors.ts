import type { FieldError } from '@irisflow/forms';
import { useCallback, useState } from 'react';

export interface ShownErrors {
  readonly errors: readonly FieldError[];
  /** Counts failed attempts, so that the summary takes focus each time. */
  readonly attempt: number;
  /** Shows these errors from now on. */
  readonly show: (errors: readonly FieldError[]) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Errors appear only after an attempt to go on, and leave one by one as they are solved; nobody is told off while
 * still typing.
 */
export const useShownErrors = (current: readonly FieldError[]): ShownErrors => {
  const [shown, setShown] = useState(NONE);
  const [attempt, setAttempt] = useState(0);
  const show = useCallback((errors: readonly FieldError[]) => {
    setShown(new Set(errors.map((error) => error.pointer)));
    setAttempt((count) => count + 1);
  }, []);
  const clear = useCallback(() => setShown(NONE), []);
  return { errors: current.filter((error) => shown.has(error.pointer)), attempt, show, clear };
};
