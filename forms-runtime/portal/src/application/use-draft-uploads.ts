import { answer, platform, uploadFile } from '@irisflow/client';
import { UploadRefusal, type UploadPort } from '@irisflow/renderer';
import { useMemo } from 'react';
import { uploadReason } from './upload-reason.ts';

/** Stores the files of an application; the platform checks each against the rules of its field. */
export const useDraftUploads = (draftId: string): UploadPort =>
  useMemo(
    () => ({
      upload: async (file, onProgress, pointer) => {
        const url = `/api/applications/${draftId}/documents?pointer=${encodeURIComponent(pointer)}`;
        try {
          return await uploadFile({ url, file, onProgress });
        } catch (error) {
          throw new UploadRefusal(uploadReason(error), error);
        }
      },
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
