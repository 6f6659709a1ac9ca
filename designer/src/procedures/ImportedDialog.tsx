import type { ProcedureDraft } from '@irisflow/client';
import { Button, Dialog } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { importCalls } from '../api/imports.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

export interface ImportedDialogProps {
  draft: ProcedureDraft;
  onOpen: () => void;
  onUndone: (draft: ProcedureDraft) => void;
}

/** Says that an import took the place of a draft, and brings that draft back when it was a mistake. */
export const ImportedDialog = ({ draft, onOpen, onUndone }: ImportedDialogProps) => {
  const t = useTexts();
  const undo = useMutation({
    mutationFn: () => importCalls.restore(draft.key, draft.revision),
    onSuccess: onUndone,
  });
  return (
    <Dialog
      open
      title={t('import.done', { title: draft.title[t.locale] })}
      onClose={onOpen}
      actions={
        <>
          <Button onClick={onOpen}>{t('import.open')}</Button>
          <Button tone="secondary" busy={undo.isPending} onClick={() => undo.mutate()}>
            {t('import.undo')}
          </Button>
        </>
      }
    >
      {undo.isError ? <Failure error={undo.error} /> : <p>{t('import.ask.kept')}</p>}
    </Dialog>
  );
};
