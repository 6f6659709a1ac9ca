import { answer, platform, uploadFile, type InformationRequest } from '@irisflow/client';
import type { UploadReason } from '@irisflow/renderer';
import type { ListedFile } from '@irisflow/ui';
import { useState } from 'react';
import { uploadReason } from '../application/upload-reason.ts';
import { usePersonalText } from '../texts/personal-texts.ts';

const accepted: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
const MAX_BYTES = 10 * 1024 * 1024;

export const answerFileTypes = accepted;
export const MAX_FILES = 5;

/** The files of one asked item. */
export interface ItemFiles {
  readonly files: readonly ListedFile[];
  /** Why files were not taken, a sentence each. */
  readonly problem?: string;
}

export interface AnswerFiles {
  readonly of: (key: string) => ItemFiles;
  readonly add: (key: string, files: readonly File[]) => void;
  readonly remove: (key: string, id: string) => void;
  /** Whether any file is still on its way. */
  readonly busy: boolean;
}

/** What happened on this screen; what the platform keeps comes with the request. */
interface Here {
  /** Chosen here: on their way, or arrived since the request was read. */
  readonly added: readonly ListedFile[];
  readonly problems: readonly string[];
}

const nothing: Here = { added: [], problems: [] };

const refusedBefore = (file: File): UploadReason | 'type' | 'empty' | undefined => {
  if (!accepted.includes(file.type)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > MAX_BYTES ? 'size' : undefined;
};

interface Target {
  readonly caseId: string;
  readonly request: InformationRequest;
}

const urlFor = ({ caseId, request }: Target, item: string): string =>
  `/api/my/cases/${encodeURIComponent(caseId)}/documents?${new URLSearchParams({ requestId: request.id, item }).toString()}`;

const takeBack = (caseId: string, documentId: string): Promise<unknown> =>
  answer(
    platform.DELETE('/api/my/cases/{caseId}/documents/{documentId}', { params: { path: { caseId, documentId } } }),
  );

interface HereFiles {
  readonly of: (key: string) => Here;
  readonly all: readonly Here[];
  readonly change: (key: string, next: (before: Here) => Here) => void;
  readonly complain: (key: string, text: string) => void;
  /** Forgets what was said of files before these. */
  readonly hush: (key: string) => void;
}

const useHere = (): HereFiles => {
  const [items, setItems] = useState<Readonly<Record<string, Here>>>({});
  const change: HereFiles['change'] = (key, next) => setItems((all) => ({ ...all, [key]: next(all[key] ?? nothing) }));
  return {
    of: (key) => items[key] ?? nothing,
    all: Object.values(items),
    change,
    complain: (key, text) => change(key, (before) => ({ ...before, problems: [...before.problems, text] })),
    hush: (key) => change(key, (before) => ({ ...before, problems: [] })),
  };
};

/** Sends one file, listed from the moment it was chosen. Throws why it was not taken. */
const send = async (target: Target, here: HereFiles, { key, file }: { key: string; file: File }): Promise<void> => {
  const waiting: ListedFile = { id: crypto.randomUUID(), name: file.name, size: file.size, progress: 0 };
  const swap = (next: (entry: ListedFile) => ListedFile[]): void =>
    here.change(key, (before) => ({
      ...before,
      added: before.added.flatMap((entry) => (entry.id === waiting.id ? next(entry) : [entry])),
    }));
  here.change(key, (before) => ({ ...before, added: [...before.added, waiting] }));
  try {
    const onProgress = (progress: number): void => swap((entry) => [{ ...entry, progress }]);
    const { id, name, size } = await uploadFile({ url: urlFor(target, key), file, onProgress });
    swap(() => [{ id, name, size }]);
  } catch (error) {
    swap(() => []);
    throw error;
  }
};

/** Sends the files of an answer as they are chosen, each under the item it answers. The platform keeps them until the answer is sent. */
export const useAnswerFiles = (target: Target): AnswerFiles => {
  const t = usePersonalText();
  const here = useHere();
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());

  const filesOf = (key: string): readonly ListedFile[] => {
    const kept = (target.request.files ?? []).filter(({ item }) => item === key);
    const added = here.of(key).added.filter(({ id }) => !kept.some((one) => one.id === id));
    return [...kept.map(({ id, name, size }) => ({ id, name, size })), ...added].filter(({ id }) => !removed.has(id));
  };

  const add = (key: string, files: readonly File[]): void => {
    here.hush(key);
    let room = MAX_FILES - filesOf(key).length;
    for (const file of files) {
      const { name } = file;
      const refused = refusedBefore(file) ?? (room > 0 ? undefined : 'count');
      if (refused !== undefined) {
        here.complain(key, t(`answer.file.${refused}`, { name }));
        continue;
      }
      room -= 1;
      send(target, here, { key, file }).catch((error: unknown) =>
        here.complain(key, t(`answer.file.${uploadReason(error)}`, { name })),
      );
    }
  };

  const remove = (key: string, id: string): void => {
    const name = filesOf(key).find((file) => file.id === id)?.name ?? '';
    here.hush(key);
    setRemoved((before) => new Set([...before, id]));
    takeBack(target.caseId, id).catch(() => {
      setRemoved((before) => new Set([...before].filter((other) => other !== id)));
      here.complain(key, t('answer.file.kept', { name }));
    });
  };

  const of = (key: string): ItemFiles => {
    const { problems } = here.of(key);
    return { files: filesOf(key), ...(problems.length > 0 && { problem: problems.join(' ') }) };
  };
  const busy = here.all.some(({ added }) => added.some(({ progress }) => progress !== undefined));
  return { of, add, remove, busy };
};
