import { ProblemError, type ProcedureProblem } from '@irisflow/client';
import { AppLink, Button, Dialog, Notice, Skeleton, TextArea } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { draftCalls, useVersionFiles } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { diffFiles, filesByPath } from '../changes/diff-files.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChangedDiagrams } from '../changes/ChangedDiagrams.tsx';
import { RunningEffect } from '../versions/RunningEffect.tsx';
import { ChangeList } from './ChangeList.tsx';
import { PublishFindings, useAgainst } from './PublishFindings.tsx';
import { When } from '../schedule/When.tsx';
import { useLater } from '../schedule/use-later.ts';
import { ReasonsForAsking } from '../versions/ReasonsForAsking.tsx';
import { reasonsForOthers } from '../versions/reasons-for-others.ts';
import { useDraft } from './draft-context.ts';
import { workspacePaths } from './paths.ts';
import { useFileTitles } from './use-file-titles.ts';

export interface PublishDialogProps {
  /** What the note begins with. */
  note?: string;
  onClose: () => void;
  onPublished: (version: number) => void;
}

/** Saves and checks the draft while the dialog opens. */
const useFreshProblems = () => {
  const { store } = useDraft();
  const check = useMutation({ mutationFn: () => store.flush().then(() => store.lint()) });
  const { mutate } = check;
  useEffect(() => mutate(), [mutate]);
  return check;
};

/** What a release of the platform brings otherwise: no file of the draft says so. */
const ChangedBlocks = () => {
  const t = useTexts();
  const { changedBlocks } = useDraft().state.draft;
  if (changedBlocks.length === 0) return null;
  return (
    <Notice tone="info" title={t.plural('publish.blocks', changedBlocks.length)}>
      <ul>
        {changedBlocks.map((title) => (
          <li key={title.fr}>{title[t.locale]}</li>
        ))}
      </ul>
      <p>{t('publish.blocksText')}</p>
    </Notice>
  );
};

const Changes = () => {
  const t = useTexts();
  const { draft, files } = useDraft().state;
  const published = useVersionFiles(draft.key, draft.basedOnVersion);
  const changes = useMemo(
    () => (published.data === undefined ? null : diffFiles(filesByPath(published.data), files)),
    [published.data, files],
  );
  if (draft.basedOnVersion === null) return <p>{t('publish.first')}</p>;
  if (published.isError) return <Failure error={published.error} onRetry={() => void published.refetch()} />;
  if (changes === null) return <Skeleton lines={3} />;
  if (changes.length === 0)
    return draft.changedBlocks.length > 0 ? null : <p>{t('publish.same', { version: draft.basedOnVersion })}</p>;
  return (
    <>
      <h3>{t('publish.changes', { version: draft.basedOnVersion })}</h3>
      <ChangeList changes={changes} />
      <ChangedDiagrams
        changes={changes}
        before={filesByPath(published.data ?? [])}
        after={files}
        beforeLabel={t('list.published', { version: draft.basedOnVersion })}
        afterLabel={t('change.draft')}
      />
    </>
  );
};

/** Says beforehand that publishing alone will not be enough. */
const ApprovalNeeded = () => {
  const t = useTexts();
  const { files } = useDraft().state;
  if (reasonsForOthers(files.get('procedure.json') ?? null).length === 0) return null;
  return (
    <Notice tone="info" title={t('approval.needed')}>
      <p>{t('approval.neededText')}</p>
    </Notice>
  );
};

/** What the lint refuses. */
const Errors = ({ errors }: { errors: readonly ProcedureProblem[] }) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  const titles = useFileTitles();
  if (errors.length === 0) return null;
  return (
    <Notice tone="danger" title={t.plural('publish.blocked', errors.length)}>
      <ul>
        {errors.slice(0, 8).map((problem) => (
          <li key={`${problem.file}${problem.code}${problem.elementId}${problem.pointer}`}>
            <AppLink href={workspacePaths(draft.key).file(problem.file)}>
              {titles.get(problem.file) ?? problem.file}
            </AppLink>{' '}
            {problem.message[t.locale]}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const isReasonAsked = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'PUBLICATION_NEEDS_REASON';

/** What its author says of a version, what speaks against it, and whether it may be published. */
const usePublication = ({ note: given = '', onPublished, onClose }: PublishDialogProps) => {
  const { store, state } = useDraft();
  const [note, setNote] = useState(given);
  const [reason, setReason] = useState('');
  const check = useFreshProblems();
  const errors = state.problems.filter((problem) => problem.severity === 'error');
  const later = useLater(state.draft.key);
  const body = () => ({
    note,
    revision: store.state().draft.revision,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  });
  const publish = useMutation({
    mutationFn: () => draftCalls(state.draft.key).publish(body()),
    onSuccess: ({ version }) => onPublished(version),
    // The platform may know a problem that the last check did not.
    onError: () => check.mutate(),
  });
  const act = (): void => {
    if (!later.isLater) publish.mutate();
    else later.schedule(body(), onClose);
  };
  const failed = later.isLater ? later.error : publish.error;
  const against = useAgainst(check.isSuccess);
  // The platform plays the scenarios itself: it may find what was not found here.
  const needsReason = against.red.length + against.tests.length + against.paths.length > 0 || isReasonAsked(failed);
  const isReasoned = !needsReason || reason.trim() !== '';
  const isBlocked =
    check.isPending || errors.length > 0 || against.isChecking || !isReasoned || (later.isLater && later.hour === null);
  const isBusy = publish.isPending || later.isPending || check.isPending;
  return {
    state,
    note,
    setNote,
    reason,
    setReason,
    check,
    later,
    act,
    failed,
    errors,
    against,
    needsReason,
    isBlocked,
    isBusy,
  };
};

/** Shows what a new version would change and publishes it with a note. */
export const PublishDialog = (given: PublishDialogProps) => {
  const t = useTexts();
  const { onClose } = given;
  const { state, check, later, errors, against, failed, ...publication } = usePublication(given);
  const { note, setNote, reason, setReason, needsReason, isBlocked, isBusy, act } = publication;
  return (
    <Dialog
      open
      wide
      title={t('publish.title')}
      onClose={onClose}
      actions={
        <>
          <Button busy={isBusy} disabled={isBlocked} onClick={act}>
            {t(later.isLater ? 'schedule.confirm' : 'publish.confirm')}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <div className="iris-stack iris-stack--tight">
        <p>{t('publish.text')}</p>
        {check.isError && <Failure error={check.error} onRetry={() => check.mutate()} />}
        {failed !== null && <Failure error={failed} />}
        <When {...later} />
        <Errors errors={errors} />
        <PublishFindings against={against} needsReason={needsReason} reason={reason} onReason={setReason} />
        <ApprovalNeeded />
        <ReasonsForAsking files={state.files} />
        <ChangedBlocks />
        <Changes />
        {state.draft.basedOnVersion !== null && <RunningEffect procedureKey={state.draft.key} />}
        <TextArea
          id="publish-note"
          label={t('publish.note')}
          hint={t('publish.noteHint')}
          optional
          rows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
};
