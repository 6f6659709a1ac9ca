import type { ApplicationDraft } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useLocation } from 'wouter';
import { useDespite } from './use-despite.ts';
import { useSubmission } from './use-submission.ts';

/** Sends an application once whoever has another case open has said why, and goes on to the receipt. */
export const useSending = (draft: ApplicationDraft, onSent: () => void) => {
  const [, navigate] = useLocation();
  const { notice, check, reason } = useDespite(draft);
  const submission = useSubmission({ draftId: draft.id, despite: reason }, ({ caseId }) => {
    onSent();
    navigate(`/my/cases/${caseId}/receipt`, { replace: true });
  });
  const submit = (answers: FormData): void => {
    if (check()) submission.submit(answers);
  };
  return { ...submission, submit, openCases: notice };
};
