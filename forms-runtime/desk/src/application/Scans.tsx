import { answer, platform, uploadFile, type ApplicationDraft } from '@irisflow/client';
import { FileField, type ListedFile } from '@irisflow/ui';
import { useState } from 'react';
import { problemCode } from '@irisflow/frame';
import { useDeskText } from '../texts/desk-texts.ts';

const accepted: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
const MAX_SCANS = 20;

const reasonOf = (error: unknown) => {
  const code = problemCode(error);
  if (code === 'DOCUMENT_TYPE_REFUSED') return 'scans.type';
  if (code === 'DOCUMENT_INFECTED') return 'scans.infected';
  return code === 'DOCUMENT_TOO_LARGE' || code === 'REQ_FILE_TOO_LARGE' ? 'scans.size' : 'scans.failed';
};

/** The scans of an application, from the moment they are chosen. */
const useScans = ({ id: draftId, office }: ApplicationDraft) => {
  const t = useDeskText();
  const [files, setFiles] = useState<readonly ListedFile[]>(office?.scans ?? []);
  const [problem, setProblem] = useState<string>();
  const swap = (id: string, next: (file: ListedFile) => ListedFile[]): void =>
    setFiles((all) => all.flatMap((file) => (file.id === id ? next(file) : [file])));
  const send = async (file: File): Promise<void> => {
    const waiting = { id: crypto.randomUUID(), name: file.name, size: file.size, progress: 0 };
    setFiles((all) => [...all, waiting]);
    try {
      const onProgress = (progress: number): void => swap(waiting.id, (entry) => [{ ...entry, progress }]);
      const { id, name, size } = await uploadFile({
        url: `/api/applications/${draftId}/documents?pointer=`,
        file,
        onProgress,
      });
      swap(waiting.id, () => [{ id, name, size }]);
    } catch (error) {
      swap(waiting.id, () => []);
      setProblem(t(reasonOf(error), { name: file.name }));
    }
  };
  const add = (chosen: readonly File[]): void => {
    setProblem(undefined);
    for (const file of chosen) void send(file);
  };
  const remove = (documentId: string): void => {
    setProblem(undefined);
    const params = { path: { draftId, documentId } };
    answer(platform.DELETE('/api/applications/{draftId}/documents/{documentId}', { params })).then(
      () => swap(documentId, () => []),
      () => setProblem(t('scans.kept')),
    );
  };
  return { files, problem, add, remove };
};

/** The paper itself: it goes into the file of the case, beside what the form asks for. */
export const Scans = ({ draft }: { readonly draft: ApplicationDraft }) => {
  const t = useDeskText();
  const { files, problem, add, remove } = useScans(draft);
  return (
    <FileField
      id="scans"
      label={t('scans')}
      hint={t('scans.hint')}
      optional
      accept={accepted}
      maxCount={MAX_SCANS}
      files={files}
      onAdd={add}
      onRemove={remove}
      problem={problem}
    />
  );
};
