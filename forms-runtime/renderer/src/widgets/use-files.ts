import { pointerOf, type FileReference } from '@irisflow/forms';
import { useFormatters, type ListedFile } from '@irisflow/ui';
import { useState } from 'react';
import { UploadRefusal, useFormScope, type UploadReason } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { asList, type WidgetProps } from './widget-props.ts';

const isReference = (value: unknown): value is FileReference =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;

/** `application/pdf, image/jpeg` as people say it: `PDF, JPEG`. */
export const typeNames = (accept: readonly string[]): string =>
  accept.map((type) => (type.split('/').at(-1) ?? type).toUpperCase()).join(', ');

type Refused = UploadReason | 'type' | 'empty';

export interface Files {
  /** Stored files, then those on their way. */
  readonly files: readonly ListedFile[];
  /** Why files were not taken, a sentence each. */
  readonly problem: string | undefined;
  readonly canUpload: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
}

/** What is wrong with a file before it travels. */
const refusedBefore = (file: File, rules: WidgetProps['control']['file']): Refused | undefined => {
  const { accept = [], maxBytes = Infinity } = rules ?? {};
  if (accept.length > 0 && !accept.includes(file.type)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > maxBytes ? 'size' : undefined;
};

/** The sentences about refused files. */
const useProblems = ({ control }: Pick<WidgetProps, 'control'>) => {
  const t = useRendererText();
  const { fileSize } = useFormatters();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const { accept = [], maxBytes = Infinity, maxCount = 1 } = control.file ?? {};
  const say = (name: string, reason: Refused): void => {
    const values = { name, types: typeNames(accept), size: fileSize(maxBytes), count: maxCount };
    const text = t(`error.file.${reason}`, values);
    setProblems((before) => [...before, text]);
  };
  return { problems, say, clear: () => setProblems([]) };
};

/** The files of a field: what is stored, what is on its way, and what was not taken. */
export const useFiles = ({ control, path, value }: Pick<WidgetProps, 'control' | 'path' | 'value'>): Files => {
  const { uploads, change } = useFormScope();
  const [pending, setPending] = useState<readonly ListedFile[]>([]);
  const { problems, say, clear } = useProblems({ control });
  const stored = asList(value).filter(isReference);

  const send = async (file: File): Promise<void> => {
    if (uploads === undefined) return;
    const id = crypto.randomUUID();
    const update = (progress: number): void =>
      setPending((all) => all.map((entry) => (entry.id === id ? { ...entry, progress } : entry)));
    setPending((all) => [...all, { id, name: file.name, size: file.size, progress: 0 }]);
    try {
      const reference = await uploads.upload(file, update, pointerOf(path));
      change(path, (previous) => [...asList(previous), reference]);
    } catch (error) {
      say(file.name, error instanceof UploadRefusal ? error.reason : 'failed');
    }
    setPending((all) => all.filter((entry) => entry.id !== id));
  };

  const add = (files: readonly File[]): void => {
    clear();
    let room = (control.file?.maxCount ?? 1) - stored.length - pending.length;
    for (const file of files) {
      const refused = refusedBefore(file, control.file) ?? (room > 0 ? undefined : 'count');
      if (refused !== undefined) {
        say(file.name, refused);
        continue;
      }
      room -= 1;
      void send(file);
    }
  };

  const remove = (id: string): void => {
    clear();
    uploads?.remove(id);
    change(path, (previous) => {
      const rest = asList(previous).filter((entry) => !isReference(entry) || entry.id !== id);
      return rest.length === 0 ? undefined : rest;
    });
  };

  const problem = problems.length === 0 ? undefined : problems.join(' ');
  return { files: [...stored, ...pending], problem, canUpload: uploads !== undefined, add, remove };
};
