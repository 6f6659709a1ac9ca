import { answer, platform, uploadFile, type SubmissionReceipt } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import type { UploadPort } from '@irisflow/renderer';
import type { Locale } from '@irisflow/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useSavedDraft } from '../app/use-saved-draft.ts';

const byDraft = (draftId: string) => ({ params: { path: { draftId } } });

/** Loaded once: from then on the form holds the answers. */
export const useOfficeApplication = (draftId: string) =>
  useQuery({
    queryKey: ['application', draftId],
    queryFn: () => answer(platform.GET('/api/applications/{draftId}', byDraft(draftId))),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

interface Known {
  readonly id: string;
  readonly revision: number;
  readonly language: Locale;
}

/** Keeps the answers with the platform; each save is for the revision that the one before left. */
export const useApplicationDraft = ({ id, revision, language }: Known) => {
  const known = useRef(revision);
  return useSavedDraft(
    useCallback(
      async (data: FormData) => {
        const body = { data: { ...data }, language, revision: known.current };
        const saved = await answer(platform.PUT('/api/applications/{draftId}', { ...byDraft(id), body }));
        known.current = saved.revision;
      },
      [id, language],
    ),
  );
};

export const useSubmitApplication = ({ id, language }: Known) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (data: FormData): Promise<SubmissionReceipt> =>
      answer(
        platform.POST('/api/applications/{draftId}/submission', {
          ...byDraft(id),
          body: { data: { ...data }, language },
        }),
      ),
    onSuccess: () =>
      Promise.all([['contacts'], ['contact'], ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

export const useDiscardApplication = (draftId: string) =>
  useMutation({ mutationFn: () => answer(platform.DELETE('/api/applications/{draftId}', byDraft(draftId))) });

/** Stores the scans of an application; the platform checks each against the rules of its field. */
export const useApplicationUploads = (draftId: string): UploadPort =>
  useMemo(
    () => ({
      upload: (file, onProgress, pointer) =>
        uploadFile({
          url: `/api/applications/${draftId}/documents?pointer=${encodeURIComponent(pointer)}`,
          file,
          onProgress,
        }),
      remove: (documentId) => {
        const params = { path: { draftId, documentId } };
        // A file that stays behind is not part of the answers and goes with the draft.
        answer(platform.DELETE('/api/applications/{draftId}/documents/{documentId}', { params })).catch(
          () => undefined,
        );
      },
    }),
    [draftId],
  );
