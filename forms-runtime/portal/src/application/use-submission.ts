import { answer, platform, type SubmissionReceipt } from '@irisflow/client';
import type { FieldError, FormData } from '@irisflow/forms';
import { useLocale } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { fieldErrorsOf } from './field-errors-of.ts';

export interface Submission {
  readonly submit: (data: FormData) => void;
  readonly busy: boolean;
  /** Undefined while all is well; errors of single answers are in `fieldErrors` instead. */
  readonly error: unknown;
  readonly fieldErrors: readonly FieldError[];
}

interface ToSubmit {
  readonly draftId: string;
  /** Why it is filed although a case goes on. */
  readonly despite: string | undefined;
}

/** Sends an application. A second press while the first is under way does nothing, nor does one after success. */
export const useSubmission = (
  { draftId, despite }: ToSubmit,
  onSubmitted: (receipt: SubmissionReceipt) => void,
): Submission => {
  const language = useLocale();
  const isSending = useRef(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (data: FormData) =>
      answer(
        platform.POST('/api/applications/{draftId}/submission', {
          params: { path: { draftId } },
          body: { data: { ...data }, language, ...(despite !== undefined && { despite }) },
        }),
      ),
    onSuccess: onSubmitted,
    onError: () => {
      isSending.current = false;
    },
  });
  const fieldErrors = useMemo(() => fieldErrorsOf(error), [error]);
  const submit = (data: FormData): void => {
    // The button is busy only after the next render; two quick presses come before it.
    if (isSending.current) return;
    isSending.current = true;
    mutate(data);
  };
  return {
    submit,
    busy: isPending || isSuccess,
    error: fieldErrors.length > 0 ? undefined : (error ?? undefined),
    fieldErrors,
  };
};
