import type { ProcedureProblem } from '@irisflow/client';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useDraft } from '../draft-context.ts';
import { NameToolsContext, staying, type NameTools } from './name-tools.ts';
import { createNamesAsker, type NamesAsker } from './names-asker.ts';
import { ThingDialog } from './ThingDialog.tsx';
import type { Thing } from './things-in.ts';
import { useRemovalDialog } from './use-removal-dialog.tsx';

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
  const { ask, dialog } = useRemovalDialog(onOpen);
  useEffect(() => () => asker.close(), [asker]);
  const tools = useMemo((): NameTools => {
    const usesOf: NameTools['usesOf'] = (removal) =>
      asker
        .ask(store.state().files, removal.question)
        .then((usages) => staying(usages, removal))
        .catch(() => null);
    return {
      files,
      asker,
      open: onOpen,
      show: (thing, path) => setShown({ thing, path }),
      usesOf,
      mayRemove: (removal) => ask(removal, usesOf(removal)),
    };
  }, [files, asker, onOpen, store, ask]);
  return (
    <NameToolsContext value={tools}>
      {children}
      {dialog}
      {shown !== null && (
        <ThingDialog {...shown} procedureKey={procedureKey} onOpen={onOpen} onClose={() => setShown(null)} />
      )}
    </NameToolsContext>
  );
};
