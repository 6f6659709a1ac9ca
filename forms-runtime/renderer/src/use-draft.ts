import type { FormData } from '@irisflow/forms';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Quiet time after the last change before a draft is saved. */
const QUIET_MILLISECONDS = 1200;

export type DraftState =
  | { readonly kind: 'idle' | 'saving' | 'failed' }
  | { readonly kind: 'saved'; readonly at: Date };

export interface Draft {
  readonly state: DraftState;
  /** Notes a change; it is saved after a pause. */
  readonly touch: (data: FormData) => void;
  /** Saves what is waiting at once. */
  readonly flush: () => void;
}

/** Saves a draft after each pause in typing and tells how that went. */
export const useDraft = (save: ((data: FormData) => Promise<void>) | undefined): Draft => {
  const [state, setState] = useState<DraftState>({ kind: 'idle' });
  // The newest way to save: an owner that passes a new function each time must not cause a save each time.
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  }, [save]);
  const waiting = useRef<{ readonly data: FormData; readonly timer: ReturnType<typeof setTimeout> }>(undefined);

  const flush = useCallback(() => {
    const pending = waiting.current;
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    waiting.current = undefined;
    setState({ kind: 'saving' });
    latestSave.current?.(pending.data).then(
      () => setState({ kind: 'saved', at: new Date() }),
      () => setState({ kind: 'failed' }),
    );
  }, []);

  const touch = useCallback(
    (data: FormData) => {
      if (latestSave.current === undefined) return;
      clearTimeout(waiting.current?.timer);
      waiting.current = { data, timer: setTimeout(flush, QUIET_MILLISECONDS) };
    },
    [flush],
  );

  useEffect(() => () => flush(), [flush]);
  return { state, touch, flush };
};
