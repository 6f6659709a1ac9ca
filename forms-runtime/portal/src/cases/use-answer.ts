import { answer, platform, type CaseView } from '@irisflow/client';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AnswerBody } from './answer-body.ts';

interface AnswerTarget {
  readonly caseId: string;
  readonly requestId: string;
  readonly onAnswered: (view: CaseView) => void;
}

export interface Answer {
  readonly send: (body: AnswerBody) => void;
  readonly busy: boolean;
  /** Null while nothing went wrong. */
  readonly error: unknown;
}

/** Sends an answer, once until it failed. */
export const useAnswer = ({ caseId, requestId, onAnswered }: AnswerTarget): Answer => {
  const isSending = useRef(false);
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (body: AnswerBody) =>
      answer(
        platform.POST('/api/my/cases/{caseId}/information-requests/{requestId}/answer', {
          params: { path: { caseId, requestId } },
          body,
        }),
      ),
    onSuccess: onAnswered,
    onError: () => {
      isSending.current = false;
    },
  });
  const send = (body: AnswerBody): void => {
    if (isSending.current) return;
    isSending.current = true;
    mutate(body);
  };
  return { send, error, busy: isPending || isSuccess };
};
