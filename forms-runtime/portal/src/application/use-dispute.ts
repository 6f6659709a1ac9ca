import { answer, platform, type ApplicationDraft } from '@irisflow/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { draftKey } from './draft-key.ts';

/** Passes on that a value of a source is wrong. Throws when the platform did not take it. */
export const useDispute = (draftId: string): ((pointer: string, reason: string) => Promise<void>) => {
  const queries = useQueryClient();
  return useCallback(
    async (pointer, reason) => {
      const { prefill } = await answer(
        platform.PUT('/api/applications/{draftId}/disputes', {
          params: { path: { draftId } },
          body: { pointer, reason },
        }),
      );
      // The answers on screen are newer than those of the platform: only what was said of the sources is taken.
      queries.setQueryData<ApplicationDraft>(draftKey(draftId), (draft) => draft && { ...draft, prefill });
    },
    [draftId, queries],
  );
};
