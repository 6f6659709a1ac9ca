import { uploadFile } from '@irisflow/client';
import type { ListedFile } from '@irisflow/ui';
import { useCallback, useState } from 'react';
import { usePortalText } from '../texts/portal-texts.ts';

const accepted: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
const MAX_BYTES = 10 * 1024 * 1024;

export const answerFileTypes = accepted;

/** The files of one asked item. */
export interface ItemFiles {
  readonly files: readonly ListedFile[];
  readonly error?: string;
}

export interface AnswerFiles {
  readonly of: (key: string) => ItemFiles;
  readonly add: (key: string, files: readonly File[]) => void;
  readonly remove: (key: string, id: string) => void;
  /** Whether any file is still on its way. */
  readonly busy: boolean;
}

const none: ItemFiles = { files: [] };

/** Sends the files of an answer as they are chosen, each under the item it answers. */
export const useAnswerFiles = (caseId: string): AnswerFiles => {
  const t = usePortalText();
  const [items, setItems] = useState<Readonly<Record<string, ItemFiles>>>({});
  const change = useCallback(
    (key: string, next: (before: ItemFiles) => ItemFiles): void =>
      setItems((all) => ({ ...all, [key]: next(all[key] ?? none) })),
    [],
  );
  const refusal = (file: File): string | undefined => {
    if (!accepted.includes(file.type)) return t('answer.file.type', { name: file.name });
    return file.size > MAX_BYTES ? t('answer.file.size', { name: file.name }) : undefined;
  };
  const send = async (key: string, file: File): Promise<void> => {
    const waiting: ListedFile = { id: crypto.randomUUID(), name: file.name, size: file.size, progress: 0 };
    const swap = (next: (entry: ListedFile) => ListedFile[]): void =>
      change(key, (before) => ({
        ...before,
        files: before.files.flatMap((entry) => (entry.id === waiting.id ? next(entry) : [entry])),
      }));
    change(key, ({ files }) => ({ files: [...files, waiting] }));
    try {
      const stored = await uploadFile({
        url: `/api/my/cases/${encodeURIComponent(caseId)}/documents`,
        file,
        onProgress: (progress) => swap((entry) => [{ ...entry, progress }]),
      });
      swap(() => [{ id: stored.id, name: stored.name, size: stored.size }]);
    } catch {
      swap(() => []);
      change(key, (before) => ({ ...before, error: t('answer.file.failed', { name: file.name }) }));
    }
  };
  const add = (key: string, files: readonly File[]): void => {
    const error = files.map(refusal).find((text) => text !== undefined);
    change(key, ({ files: before }) => ({ files: before, ...(error !== undefined && { error }) }));
    for (const file of files) if (refusal(file) === undefined) void send(key, file);
  };
  return {
    of: (key) => items[key] ?? none,
    add,
    remove: (key, id) => change(key, ({ files }) => ({ files: files.filter((entry) => entry.id !== id) })),
    busy: Object.values(items).some(({ files }) => files.some(({ progress }) => progress !== undefined)),
  };
};
