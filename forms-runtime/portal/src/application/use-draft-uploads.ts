import { answer, platform, uploadFile } from '@irisflow/client';
import type { UploadPort } from '@irisflow/renderer';
import { useMemo } from 'react';

/** Stores the files of an application; the platform checks each against the rules of its field. */
export const useDraftUploads = (draftId: string): UploadPort =>
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
