import { answer, platform, uploadFile } from '@irisflow/client';
import { compileForm, type FormDefinition } from '@irisflow/forms';
import type { UploadPort } from '@irisflow/renderer';
import { useCallback, useMemo, useRef, type SyntheticEvent } from 'react';

export interface DraftUploads {
  readonly uploads: UploadPort;
  /** To be called, while capturing, for every change and drop inside the form. */
  readonly noteField: (event: SyntheticEvent) => void;
}

/** The JSON pointers of the fields that take files, by the DOM id under which they appear. */
const fileFields = (form: FormDefinition): ReadonlyMap<string, string> =>
  new Map(
    compileForm(form)
      .controls.filter(({ file }) => file !== undefined)
      .map(({ pointer }) => [`field${pointer.replaceAll('/', '-')}`, pointer]),
  );

/**
 * Stores the files of an application. The platform checks a file against the rules of its field, while the upload port
 * of the renderer names no field; so the field is noted as the person chooses a file in it, just before the upload.
 */
export const useDraftUploads = (draftId: string, form: FormDefinition): DraftUploads => {
  const fields = useMemo(() => fileFields(form), [form]);
  const noted = useRef<string>(undefined);
  const noteField = useCallback(
    ({ target }: SyntheticEvent) => {
      const field = target instanceof Element ? target.closest('fieldset[id^="field-"]') : null;
      const pointer = field === null ? undefined : fields.get(field.id);
      if (pointer !== undefined) noted.current = pointer;
    },
    [fields],
  );
  const uploads = useMemo<UploadPort>(() => {
    const [only] = fields.values();
    return {
      upload: (file, onProgress) => {
        const pointer = encodeURIComponent(noted.current ?? only ?? '');
        return uploadFile({ url: `/api/applications/${draftId}/documents?pointer=${pointer}`, file, onProgress });
      },
      remove: (documentId) => {
        const params = { path: { draftId, documentId } };
        // A file that stays behind is not part of the answers and goes with the draft.
        answer(platform.DELETE('/api/applications/{draftId}/documents/{documentId}', { params })).catch(
          () => undefined,
        );
      },
    };
  }, [draftId, fields]);
  return { uploads, noteField };
};
