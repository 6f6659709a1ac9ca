import { Button, Dialog, Notice, Spinner, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useRemovedFiles } from '../../api/procedures.ts';
import { Failure } from '../../app/Failure.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import { fileTitle } from '../file-title.ts';
import { workspacePaths } from '../paths.ts';

export interface RemovedFilesDialogProps {
  procedureKey: string;
  onClose: () => void;
}

/** Files that are not in the draft any more, each with the way back. */
export const RemovedFilesDialog = ({ procedureKey, onClose }: RemovedFilesDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const { store, state } = useDraft();
  const [, navigate] = useLocation();
  const removed = useRemovedFiles(procedureKey, state.draft.revision);
  const [hasFailed, setFailed] = useState(false);
  const restore = async (path: string, revision: number): Promise<void> => {
    setFailed(false);
    try {
      await store.restore(path, revision);
      toast(t('history.done'));
      onClose();
      navigate(workspacePaths(procedureKey).file(path));
    } catch {
      setFailed(true);
    }
  };
  return (
    <Dialog
      open
      title={t('removed.title')}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('history.close')}
        </Button>
      }
    >
      {removed.isPending && <Spinner />}
      {removed.isError && <Failure error={removed.error} onRetry={() => void removed.refetch()} />}
      {removed.data?.length === 0 && <p>{t('removed.none')}</p>}
      <ul className="history">
        {removed.data?.map(({ path, revision, content, at, by }) => (
          <li key={path} className="history__line">
            <span>
              <strong>{fileTitle(path, content, t.locale)}</strong> ·{' '}
              {t('history.removedBy', { name: by ?? t('together.somebody'), at: dateTime(new Date(at)) })}
            </span>
            <Button size="small" tone="secondary" onClick={() => void restore(path, revision)}>
              {t('removed.restore', { file: fileTitle(path, content, t.locale) })}
            </Button>
          </li>
        ))}
      </ul>
      {hasFailed && <Notice live tone="danger" title={t('history.failed')} />}
    </Dialog>
  );
};
