import type { FileRevision } from '@irisflow/client';
import { Button, Dialog, Notice, Spinner, StatusTag, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useFileRevisions, useFileText } from '../../api/procedures.ts';
import { Failure } from '../../app/Failure.tsx';
import { diffFiles } from '../../changes/diff-files.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChangeList } from '../ChangeList.tsx';
import { useDraft } from '../draft-context.ts';
import { shortName } from '../file-kinds.ts';
import { useFileTitles } from '../use-file-titles.ts';
import { PlaceList } from './PlaceList.tsx';

interface FileProps {
  procedureKey: string;
  path: string;
}

interface DifferenceProps extends FileProps {
  entry: FileRevision;
  onRestored: () => void;
}

/** What a text differs in from the one that is there now, and the way back to it. */
const Difference = ({ procedureKey, path, entry, onRestored }: DifferenceProps) => {
  const t = useTexts();
  const toast = useToast();
  const { store, state } = useDraft();
  const text = useFileText(procedureKey, path, entry.revision);
  const [hasFailed, setFailed] = useState(false);
  if (text.isPending) return <Spinner />;
  if (text.isError) return <Failure error={text.error} onRetry={() => void text.refetch()} />;
  const now = state.files.get(path);
  const changes = diffFiles(new Map(now === undefined ? [] : [[path, now]]), new Map([[path, text.data.content]]));
  const restore = async (): Promise<void> => {
    setFailed(false);
    try {
      await store.restore(path, entry.revision);
      toast(t('history.done'));
      onRestored();
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="history__difference">
      <p>{changes.length === 0 ? t('history.same') : t('history.difference')}</p>
      <ChangeList changes={changes} />
      <PlaceList path={path} before={now ?? null} after={text.data.content} />
      {changes.length > 0 && (
        <Button size="small" onClick={() => void restore()}>
          {t('history.restore')}
        </Button>
      )}
      {hasFailed && <Notice live tone="danger" title={t('history.failed')} />}
    </div>
  );
};

interface EntryProps extends FileProps {
  entry: FileRevision;
  isOpen: boolean;
  onToggle: () => void;
  onRestored: () => void;
}

/** One text of a file: who wrote it, when, how it went, and what it differs in. */
const Entry = ({ entry, isOpen, onToggle, ...rest }: EntryProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const somebody = t('together.somebody');
  const at = dateTime(new Date(entry.at));
  const fate =
    entry.state === 'removed'
      ? t('history.removedBy', { name: entry.replacedBy ?? somebody, at: dateTime(new Date(entry.replacedAt ?? 0)) })
      : entry.state === 'setAside'
        ? t('history.setAside')
        : null;
  return (
    <li>
      <div className="history__line">
        <span>
          <strong>{at}</strong> · {t(`history.${entry.act}`, { name: entry.by ?? somebody })}
          {fate !== null && <span className="iris-muted"> · {fate}</span>}
        </span>
        {entry.state === 'current' ? (
          <StatusTag tone="success">{t('history.current')}</StatusTag>
        ) : (
          <Button
            tone="quiet"
            size="small"
            aria-expanded={isOpen}
            aria-label={t('history.showOf', { at })}
            onClick={onToggle}
          >
            {t('history.show')}
          </Button>
        )}
      </div>
      {isOpen && <Difference entry={entry} {...rest} />}
    </li>
  );
};

/** Every text of a file that is kept, the newest first; what restoring one would change is shown before it is done. */
export const HistoryDialog = ({ procedureKey, path, onClose }: FileProps & { onClose: () => void }) => {
  const t = useTexts();
  const { state } = useDraft();
  const titles = useFileTitles();
  const revisions = useFileRevisions(procedureKey, path, state.draft.revision);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Dialog
      open
      wide
      title={t('history.title', { file: titles.get(path) ?? shortName(path) })}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('history.close')}
        </Button>
      }
    >
      <p>{t('history.lead')}</p>
      {revisions.isPending && <Spinner />}
      {revisions.isError && <Failure error={revisions.error} onRetry={() => void revisions.refetch()} />}
      <ol className="history">
        {revisions.data?.map((entry) => (
          <Entry
            key={entry.revision}
            procedureKey={procedureKey}
            path={path}
            entry={entry}
            isOpen={open === entry.revision}
            onToggle={() => setOpen(open === entry.revision ? null : entry.revision)}
            onRestored={onClose}
          />
        ))}
      </ol>
    </Dialog>
  );
};
