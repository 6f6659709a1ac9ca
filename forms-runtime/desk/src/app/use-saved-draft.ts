import type { FormData } from '@irisflow/forms';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Quiet time after the last change before a draft is saved. */
const QUIET_MILLISECONDS = 1200;

export type DraftState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface SavedDraft {
  readonly state: DraftState;
  /** Notes a change; it is saved after a pause. */
  readonly touch: (data: FormData) => void;
  /** Saves what is waiting at once. */
  readonly flush: () => void;
  /** Forgets what is waiting: the work is over. */
  readonly drop: () => void;
}

interface Waiting {
  readonly data: FormData;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Keeps unfinished answers with the platform, after each pause in typing and when the page is left. */
export const useSavedDraft = (save: (data: FormData) => Promise<unknown>): SavedDraft => {
  const [state, setState] = useState<DraftState>({ kind: 'idle' });
  const waiting = useRef<Waiting>(undefined);
  // One save at a time: an older draft must not overtake a newer one on the way.
  const running = useRef<Promise<void>>(Promise.resolve());

  const drop = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, []);

  const flush = useCallback(() => {
    const pending = waiting.current;
    if (pending === undefined) return;
    drop();
    setState({ kind: 'saving' });
    running.current = running.current
      .then(() => save(pending.data))
      .then(() => setState({ kind: 'saved', at: new Date() }))
      .catch((error: unknown) => setState({ kind: 'failed', error }));
  }, [save, drop]);

  const touch = useCallback(
    (data: FormData) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { data, timer: setTimeout(flush, QUIET_MILLISECONDS) };
    },
    [flush],
  );

  useEffect(() => flush, [flush]);
  return { state, touch, flush, drop };
};
