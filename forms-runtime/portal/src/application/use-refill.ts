import { answer, platform, type ApplicationDraft } from '@irisflow/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { draftKey } from './draft-key.ts';

type Silent = ApplicationDraft['unavailable'];

export interface Refill {
  /** Asks the silent sources once more; undefined while none of them may answer. */
  readonly ask: (() => void) | undefined;
  readonly busy: boolean;
  /** Sources that kept silent when the form was opened and answered since. */
  readonly answered: Silent;
}

const mayAnswer = ({ reason }: Silent[number]): boolean => reason === undefined || reason === 'unavailable';

/** Asks sources that kept silent when a form was opened again, as it is opened now and whenever the person wants. */
export const useRefill = ({ id, unavailable }: ApplicationDraft, isReopened: boolean): Refill => {
  const queries = useQueryClient();
  const [silent] = useState(unavailable);
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      answer(platform.POST('/api/applications/{draftId}/prefill', { params: { path: { draftId: id } } })),
    onSuccess: ({ prefill, unavailable: still }) =>
      // The answers on screen are newer than those of the platform: only what the sources say is taken.
      queries.setQueryData<ApplicationDraft>(
        draftKey(id),
        (draft) => draft && { ...draft, prefill, unavailable: still },
      ),
  });
  // Who opened the form a moment ago had the sources asked then.
  const [asksNow] = useState(() => isReopened && unavailable.some(mayAnswer));
  useEffect(() => {
    if (asksNow) mutate();
  }, [asksNow, mutate]);
  const answered = silent.filter(({ sourceKey }) => !unavailable.some((still) => still.sourceKey === sourceKey));
  return { ask: unavailable.some(mayAnswer) ? () => mutate() : undefined, busy: isPending, answered };
};
