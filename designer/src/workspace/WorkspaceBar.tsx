import type { ProcedureProblem } from '@irisflow/client';
import { Breadcrumbs, Button, StatusTag, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { usePublished } from '../api/procedures.ts';
import { Icon } from '../app/Icon.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ActHistory } from './ActHistory.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { useDraft } from './draft-context.ts';
import { XliffDialog } from '../xliff/XliffDialog.tsx';
import { MoreMenu, type MoreDialog } from './MoreMenu.tsx';
import { NamesDialog } from './names/NamesDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { RemoveFileDialog } from './RemoveFileDialog.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { HistoryDialog } from './together/HistoryDialog.tsx';
import { RemovedFilesDialog } from './together/RemovedFilesDialog.tsx';
import { TogetherStrip } from './together/TogetherStrip.tsx';
import { useAttendance } from './together/use-attendance.ts';
import { windowId } from './together/window-id.ts';
import { useShownFile } from './use-shown-file.ts';
import { useRemovableFile } from './use-removable-file.ts';

export interface WorkspaceBarProps {
  procedureKey: string;
  problems: readonly ProcedureProblem[];
  /** Leads to a place of a file. */
  onOpen: (place: ProcedureProblem) => void;
  isProblemsOpen: boolean;
  onToggleProblems: () => void;
}

const ProblemsButton = ({
  problems,
  isProblemsOpen,
  onToggleProblems,
}: Omit<WorkspaceBarProps, 'procedureKey' | 'onOpen'>) => {
  const t = useTexts();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const tone = errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : 'clean';
  return (
    <button
      type="button"
      className={`problems-button problems-button--${tone}`}
      aria-expanded={isProblemsOpen}
      onClick={onToggleProblems}
    >
      <Icon name={problems.length === 0 ? 'check' : 'problem'} />
      {problems.length === 0
        ? t('problems.none')
        : [
            ...(errors > 0 ? [t.plural('problems.errors', errors)] : []),
            ...(warnings > 0 ? [t.plural('problems.warnings', warnings)] : []),
          ].join(', ')}
    </button>
  );
};

const BaseVersion = () => {
  const t = useTexts();
  const { draft } = useDraft().state;
  if (draft.basedOnVersion === null) return <StatusTag>{t('list.draftOnly')}</StatusTag>;
  return (
    <span className="tags">
      <StatusTag tone="success">{t('list.published', { version: draft.basedOnVersion })}</StatusTag>
      {draft.changed && <StatusTag tone="accent">{t('list.changed')}</StatusTag>}
    </span>
  );
};

/** Where one is, whether everything is saved, what is wrong, and the way to publish. */
export const WorkspaceBar = (props: WorkspaceBarProps) => {
  const t = useTexts();
  const toast = useToast();
  const { store, state } = useDraft();
  const [dialog, setDialog] = useState<'publish' | MoreDialog | null>(null);
  const announcePublished = usePublished(props.procedureKey);
  const shown = useShownFile(props.procedureKey);
  const file = useRemovableFile(props.procedureKey);
  useAttendance(props.procedureKey, windowId(), shown);
  const close = (): void => setDialog(null);

  const onPublished = async (version: number): Promise<void> => {
    close();
    toast(t('publish.done', { version }));
    await Promise.all([store.reload(), announcePublished()]);
  };

  return (
    <section className="workspace-bar" aria-label={state.draft.title[t.locale]}>
      <div className="workspace-bar__where">
        <Breadcrumbs crumbs={[{ label: t('nav.procedures'), href: '/' }]} />
        <p className="workspace-bar__title">{state.draft.title[t.locale]}</p>
        <BaseVersion />
      </div>
      <div className="workspace-bar__tools">
        <ActHistory />
        <SaveStatus />
        <ConflictDialog />
        <ProblemsButton {...props} />
        <MoreMenu procedureKey={props.procedureKey} file={file} shown={shown} onChoose={setDialog} />
        <Button size="small" onClick={() => setDialog('publish')}>
          {t('publish.button')}
        </Button>
      </div>
      {dialog === 'publish' && <PublishDialog onClose={close} onPublished={(version) => void onPublished(version)} />}
      {dialog === 'discard' && <DiscardDialog procedureKey={props.procedureKey} onClose={close} />}
      {file !== null && dialog === 'remove' && (
        <RemoveFileDialog procedureKey={props.procedureKey} path={file} onClose={close} />
      )}
      {dialog === 'names' && <NamesDialog procedureKey={props.procedureKey} onOpen={props.onOpen} onClose={close} />}
      {shown !== null && dialog === 'history' && (
        <HistoryDialog procedureKey={props.procedureKey} path={shown} onClose={close} />
      )}
      {dialog === 'xliff' && <XliffDialog procedureKey={props.procedureKey} onClose={close} />}
      {dialog === 'removed' && <RemovedFilesDialog procedureKey={props.procedureKey} onClose={close} />}
      <TogetherStrip path={shown} />
    </section>
  );
};
