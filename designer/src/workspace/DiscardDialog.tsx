import { ConfirmDialog, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { draftCalls } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';

export interface DiscardDialogProps {
  procedureKey: string;
  onClose: () => void;
}

/** Asks before everything that is not published leaves the draft. */
export const DiscardDialog = ({ procedureKey, onClose }: DiscardDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  const discarding = useMutation({
    mutationFn: async () => {
      // What is typed goes into the history of its file before it is thrown away.
      await store.flush();
      await draftCalls(procedureKey).discard();
      await store.reload();
      await store.lint();
    },
    onSuccess: () => {
      toast(t('discard.done'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('discard.title')}
      confirm={t('discard.confirm')}
      tone="danger"
      busy={discarding.isPending}
      onConfirm={() => discarding.mutate()}
      onClose={onClose}
    >
      <p>{t('discard.text')}</p>
      {discarding.isError && <Failure error={discarding.error} />}
    </ConfirmDialog>
  );
};
