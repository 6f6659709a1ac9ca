import type { ProcedureProblem } from '@irisflow/client';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useDraft } from '../draft-context.ts';
import { elsewhere, NameToolsContext, type NameTools } from './name-tools.ts';
import { createNamesAsker, type NamesAsker } from './names-asker.ts';
import { RemovalDialog, type AskedRemoval } from './RemovalDialog.tsx';
import { ThingDialog } from './ThingDialog.tsx';
import type { Thing } from './things-in.ts';

export interface NameToolsProviderProps {
  readonly procedureKey: string;
  readonly onOpen: (place: ProcedureProblem) => void;
  /** Another than the thread of its own. */
  readonly asker?: NamesAsker;
  readonly children: ReactNode;
}

/** Answers all inside what names mean, and shows the dialog of one. */
export const NameToolsProvider = ({ procedureKey, onOpen, asker: given, children }: NameToolsProviderProps) => {
  const { store, state } = useDraft();
  const { files } = state;
  const [asker] = useState(() => given ?? createNamesAsker());
  const [shown, setShown] = useState<{ readonly thing: Thing; readonly path: string } | null>(null);
  const [asked, setAsked] = useState<AskedRemoval | null>(null);
  useEffect(() => () => asker.close(), [asker]);
  const tools = useMemo((): NameTools => {
    const usesElsewhere: NameTools['usesElsewhere'] = async (targets, path) =>
      targets.length === 0 ? [] : elsewhere(await asker.ask(store.state().files, { kind: 'usages', targets }), path);
    return {
      files,
      asker,
      open: onOpen,
      show: (thing, path) => setShown({ thing, path }),
      usesElsewhere,
      mayRemove: async ({ name, targets, path }) => {
        // Where nobody can say who uses it, an undo is the way back.
        const usages = await usesElsewhere(targets, path).catch(() => []);
        return usages.length === 0 || new Promise((answer) => setAsked({ name, usages, answer }));
      },
    };
  }, [files, asker, onOpen, store]);
  return (
    <NameToolsContext value={tools}>
      {children}
      {asked !== null && (
        <RemovalDialog
          {...asked}
          answer={(isMeant) => {
            setAsked(null);
            asked.answer(isMeant);
          }}
        />
      )}
      {shown !== null && (
        <ThingDialog {...shown} procedureKey={procedureKey} onOpen={onOpen} onClose={() => setShown(null)} />
      )}
    </NameToolsContext>
  );
};
