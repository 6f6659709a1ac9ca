import { useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { shortName } from './file-kinds.ts';
import { thingOfFile } from './names/things-in.ts';
import { useNameTools } from './names/name-tools.ts';
import { RemovalDialog } from './names/RemovalDialog.tsx';
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
  const tools = useNameTools();
  const name = shortName(path);
  const [uses] = useState(async () => {
    const target = thingOfFile(path);
    if (tools === null || target === null) return [];
    return tools.usesOf({ name, question: { kind: 'usages', targets: [target] }, path });
  });
  const removal = useMutation({
    mutationFn: () => store.act(new Map([[path, null]])),
    onSuccess: () => {
      toast(t('file.removed', { name }));
      onClose();
      navigate(workspacePaths(procedureKey).root);
    },
  });
  return (
    <RemovalDialog
      removal={{ name }}
      uses={uses}
      title={t('file.removeTitle', { name })}
      confirm={t('file.removeConfirm')}
      busy={removal.isPending}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
      onOpen={(place) => {
        onClose();
        tools?.open(place);
      }}
    >
      <p>{t('file.removeText')}</p>
      {removal.isError && <Failure error={removal.error} />}
    </RemovalDialog>
  );
};
