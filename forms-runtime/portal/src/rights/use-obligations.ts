import { answer, platform, uploadFile } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { type UploadPort, UploadRefusal } from '@irisflow/renderer';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { uploadReason } from '../application/upload-reason.ts';

/** What I have to show for a right. */
export const useMyObligations = (rightId: string) =>
  useQuery({
    queryKey: ['my-rights', rightId, 'obligations'],
    queryFn: () => answer(platform.GET('/api/my/rights/{rightId}/obligations', { params: { path: { rightId } } })),
  });

const keyOf = (occurrenceId: string) => ['my-obligations', occurrenceId] as const;

export const useMyOccurrence = (occurrenceId: string) =>
  useQuery({
    queryKey: keyOf(occurrenceId),
    queryFn: () => answer(platform.GET('/api/my/obligations/{occurrenceId}', { params: { path: { occurrenceId } } })),
    // What is typed is the newer one: a look at another tab must not bring back what was there before.
    refetchOnWindowFocus: false,
  });

export const useSubmitEvidence = (occurrenceId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (data: FormData) =>
      answer(
        platform.POST('/api/my/obligations/{occurrenceId}/submission', {
          params: { path: { occurrenceId } },
          body: { data: { ...data } },
        }),
      ),
    onSuccess: async (occurrence) => {
      queries.setQueryData(keyOf(occurrenceId), occurrence);
      await queries.invalidateQueries({ queryKey: ['my-rights'] });
    },
  });
};

/** Stores the files of an answer; the platform checks each against the rules of its field. */
export const useEvidenceUploads = (occurrenceId: string): UploadPort =>
  useMemo(
    () => ({
      upload: async (file, onProgress, pointer) => {
        const url = `/api/my/obligations/${occurrenceId}/documents?pointer=${encodeURIComponent(pointer)}`;
        try {
          return await uploadFile({ url, file, onProgress });
        } catch (error) {
          throw new UploadRefusal(uploadReason(error), error);
        }
      },
      remove: (documentId) => {
        const params = { path: { occurrenceId, documentId } };
        // A file that stays behind is not part of the answer and goes when it is sent.
        answer(platform.DELETE('/api/my/obligations/{occurrenceId}/documents/{documentId}', { params })).catch(
          () => undefined,
        );
      },
    }),
    [occurrenceId],
  );
