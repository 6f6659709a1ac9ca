import type { ApplicationDraft } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { Branded, isSignedOut, useArrival, useDocumentTitle, useLocalized } from '@irisflow/frame';
import { FormWizard } from '@irisflow/renderer';
import { useCallback, useState } from 'react';
import { AskReach } from '../reach/AskReach.tsx';
import { AlreadySubmitted } from './AlreadySubmitted.tsx';
import { ApplicationNotices } from './ApplicationNotices.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { OpenCases } from './OpenCases.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { useApplicationFrame, useLateValues } from './use-application-frame.ts';
import { useDispute } from './use-dispute.ts';
import { useDraftSaver } from './use-draft-saver.ts';
import { useDraftUploads } from './use-draft-uploads.ts';
import { useRefill } from './use-refill.ts';
import { useSending } from './use-sending.ts';
import { useWizardPlace } from './use-wizard-place.ts';

export interface ApplicationFormProps {
  readonly draft: ApplicationDraft;
  /** Whether it was there before this visit. */
  readonly isReopened: boolean;
}

/** The wizard of an application, saved as it goes, sent once. */
export const ApplicationForm = ({ draft, isReopened }: ApplicationFormProps) => {
  const title = useLocalized()(draft.title);
  const { form, prefilled, sourceNames, fill } = useApplicationFrame(draft);
  const { state, saver, start, note, save, visit } = useDraftSaver(draft);
  const place = useWizardPlace(start.page);
  const [data, setData] = useState<FormData>(() => fill(start.data));
  const uploads = useDraftUploads(draft.id);
  const sending = useSending(draft, () => saver.close());
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
  const submitError = state.kind === 'signedOut' && isSignedOut(sending.error) ? undefined : sending.error;
  if (state.kind === 'submitted' && !sending.busy) return <AlreadySubmitted />;
  return (
    <Branded look={draft.look}>
      <div className="portal-application">
        <SaveNotice state={state} onRetry={saver.retry} onKeepMine={saver.keepMine} onTakeTheirs={takeTheirs} />
        <OpenCases {...sending.openCases} />
        <ApplicationNotices draft={draft} refill={refill} submitError={submitError} />
        <FormWizard
          key={place.mount}
          form={form}
          data={data}
          onChange={change}
          onSubmit={sending.submit}
          onSaveDraft={save}
          onPageChange={arrive}
          eyebrow={title}
          prefilled={prefilled}
          sourceNames={sourceNames}
          uploads={uploads}
          onSignalError={dispute}
          serverErrors={sending.fieldErrors}
          busy={sending.busy}
          {...(place.page !== undefined && { initialPage: place.page })}
        />
        <AskReach />
        <DiscardDraft draftId={draft.id} onDiscard={saver.close} />
      </div>
    </Branded>
  );
};
