import type { ApplicationDraft } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { isSignedOut, useArrival, useDocumentTitle, useLocalized } from '@irisflow/frame';
import { FormWizard } from '@irisflow/renderer';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { AlreadySubmitted } from './AlreadySubmitted.tsx';
import { ApplicationNotices } from './ApplicationNotices.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { OpenCases } from './OpenCases.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { useApplicationFrame, useLateValues } from './use-application-frame.ts';
import { useDespite } from './use-despite.ts';
import { useDispute } from './use-dispute.ts';
import { useDraftSaver } from './use-draft-saver.ts';
import { useDraftUploads } from './use-draft-uploads.ts';
import { useRefill } from './use-refill.ts';
import { useSubmission } from './use-submission.ts';
import { useWizardPlace } from './use-wizard-place.ts';

export interface ApplicationFormProps {
  readonly draft: ApplicationDraft;
  /** Whether it was there before this visit. */
  readonly isReopened: boolean;
}

/** The wizard of an application, saved as it goes, sent once. */
export const ApplicationForm = ({ draft, isReopened }: ApplicationFormProps) => {
  const [, navigate] = useLocation();
  const title = useLocalized()(draft.title);
  const { form, prefilled, sourceNames, fill } = useApplicationFrame(draft);
  const { state, saver, start, note, save, visit } = useDraftSaver(draft);
  const place = useWizardPlace(start.page);
  const [data, setData] = useState<FormData>(() => fill(start.data));
  const uploads = useDraftUploads(draft.id);
  const despite = useDespite(draft);
  const submission = useSubmission({ draftId: draft.id, despite: despite.reason }, ({ caseId }) => {
    saver.close();
    navigate(`/my/cases/${caseId}/receipt`, { replace: true });
  });
  useDocumentTitle(title);
  useArrival();
  const change = useCallback(
    (next: FormData) => {
      setData(next);
      note(next);
    },
    [note],
  );
  useLateValues(fill, data, { change, save });
  const refill = useRefill(draft, isReopened);
  const dispute = useDispute(draft.id);
  const arrive = (page: string): void => {
    visit(page);
    place.report(page);
    void save(data);
  };
  const takeTheirs = (): void => {
    const theirs = saver.takeTheirs();
    if (theirs !== undefined) setData(fill(theirs.data));
  };
  // Of a session that is over one notice speaks.
  const submitError = state.kind === 'signedOut' && isSignedOut(submission.error) ? undefined : submission.error;
  if (state.kind === 'submitted' && !submission.busy) return <AlreadySubmitted />;
  return (
    <div className="portal-application">
      <SaveNotice state={state} onRetry={saver.retry} onKeepMine={saver.keepMine} onTakeTheirs={takeTheirs} />
      <OpenCases {...despite.notice} />
      <ApplicationNotices draft={draft} refill={refill} submitError={submitError} />
      <FormWizard
        key={place.mount}
        form={form}
        data={data}
        onChange={change}
        onSubmit={(answers) => {
          if (despite.check()) submission.submit(answers);
        }}
        onSaveDraft={save}
        onPageChange={arrive}
        eyebrow={title}
        prefilled={prefilled}
        sourceNames={sourceNames}
        uploads={uploads}
        onSignalError={dispute}
        serverErrors={submission.fieldErrors}
        busy={submission.busy}
        {...(place.page !== undefined && { initialPage: place.page })}
      />
      <DiscardDraft draftId={draft.id} onDiscard={saver.close} />
    </div>
  );
};
