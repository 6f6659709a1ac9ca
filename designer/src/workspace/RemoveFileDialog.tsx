import { ConfirmDialog, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { shortName } from './file-kinds.ts';
import { workspacePaths } from './paths.ts';

export interface RemoveFileDialogProps {
  procedureKey: string;
  path: string;
  onClose: () => void;
}

/** Asks before a file leaves the draft. */
export const RemoveFileDialog = ({ procedureKey, path, onClose }: RemoveFileDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  const [, navigate] = useLocation();
  const removal = useMutation({
    mutationFn: () => store.remove(path),
    onSuccess: () => {
      toast(t('file.removed', { name: shortName(path) }));
      onClose();
      navigate(workspacePaths(procedureKey).root);
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('file.removeTitle', { name: shortName(path) })}
      confirm={t('file.removeConfirm')}
      tone="danger"
      busy={removal.isPending}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    >
      <p>{t('file.removeText')}</p>
      {removal.isError && <Failure error={removal.error} />}
    </ConfirmDialog>
  );
};
