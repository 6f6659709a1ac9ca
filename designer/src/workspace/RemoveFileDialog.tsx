import { ConfirmDialog, useToast } from '@irisflow/ui';
import { usagesOf } from '@irisflow/names';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { shortName } from './file-kinds.ts';
import { thingOfFile } from './names/things-in.ts';
import { UsageList } from './names/UsageList.tsx';
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
  const { store, state } = useDraft();
  const [, navigate] = useLocation();
  const usages = useMemo(() => {
    const target = thingOfFile(path);
    return target === null ? [] : usagesOf(state.files, target).filter(({ file }) => file !== path);
  }, [state.files, path]);
  const removal = useMutation({
    mutationFn: () => store.act(new Map([[path, null]])),
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
      {usages.length > 0 && (
        <>
          <p role="alert">{t.plural('usages.removeWarning', usages.length)}</p>
          <UsageList usages={usages} />
        </>
      )}
      {removal.isError && <Failure error={removal.error} />}
    </ConfirmDialog>
  );
};
