import type { ProcedureProblem } from '@irisflow/client';
import type { Usage } from '@irisflow/names';
import { useCallback, useState, type ReactNode } from 'react';
import type { Removal } from './name-tools.ts';
import { RemovalDialog } from './RemovalDialog.tsx';

/** Whoever is answered sooner sees no dialog that comes and goes at once. */
const SHOWN_AFTER_MS = 200;

interface Asked {
  readonly removal: Removal;
  readonly uses: Promise<readonly Usage[] | null>;
  readonly answer: (isMeant: boolean) => void;
}

export interface RemovalQuestion {
  /** Whether something may go: at once where nobody would miss it, else once somebody has read who would and said yes. */
  readonly ask: (removal: Removal, uses: Asked['uses']) => Promise<boolean>;
  readonly dialog: ReactNode;
}

const soon = (): Promise<'later'> =>
  new Promise((answer) => {
    setTimeout(() => answer('later'), SHOWN_AFTER_MS);
  });

/** Asks before something goes that others use. */
export const useRemovalDialog = (onOpen: (place: ProcedureProblem) => void): RemovalQuestion => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<RemovalQuestion['ask']>(async (removal, uses) => {
    const found = await Promise.race([uses, soon()]);
    if (Array.isArray(found) && found.length === 0 && removal.also === undefined) return true;
    return new Promise((answer) => setAsked({ removal, uses, answer }));
  }, []);
  const answer = (isMeant: boolean): void => {
    setAsked(null);
    asked?.answer(isMeant);
  };
  const dialog = asked !== null && (
    <RemovalDialog
      {...asked}
      onFree={() => answer(true)}
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
      onOpen={(place) => {
        answer(false);
        onOpen(place);
      }}
    />
  );
  return { ask, dialog };
};
