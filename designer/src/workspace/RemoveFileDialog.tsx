import { ConfirmDialog, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { shortName } from './file-kinds.ts';
import { thingOfFile } from './names/things-in.ts';
import { useNamesAnswer } from './names/name-tools.ts';
import { UsedElsewhere } from './names/UsedElsewhere.tsx';
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
  const target = thingOfFile(path);
  const usages = useNamesAnswer(target === null ? null : { kind: 'usages', targets: [target] });
  const isLooking = target !== null && usages === undefined;
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
      busy={removal.isPending || isLooking}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    >
      <p>{t('file.removeText')}</p>
      <UsedElsewhere usages={usages?.filter(({ file }) => file !== path) ?? []} />
      {removal.isError && <Failure error={removal.error} />}
    </ConfirmDialog>
  );
};
