import { pointerOf, type FileReference } from '@irisflow/forms';
import { FileField, useFormatters, type ListedFile } from '@irisflow/ui';
import { useState } from 'react';
import { useFormScope } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { asList, type WidgetProps } from './widget-props.ts';

const isReference = (value: unknown): value is FileReference =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;

/** `application/pdf, image/jpeg` as people say it: `PDF, JPEG`. */
const typeNames = (accept: readonly string[]): string =>
  accept.map((type) => (type.split('/').at(-1) ?? type).toUpperCase()).join(', ');

const fits = (file: File, accept: readonly string[]): boolean => accept.length === 0 || accept.includes(file.type);

type Pending = readonly ListedFile[];

/** Files of a case. Bytes go through the upload port at once; the data only holds the references. */
export const FileWidget = ({ control, field, path, value, readOnly }: WidgetProps) => {
  const { uploads, change } = useFormScope();
  const t = useRendererText();
  const { fileSize } = useFormatters();
  const [pending, setPending] = useState<Pending>([]);
  const [problem, setProblem] = useState<string>();
  const { accept = [], maxBytes = Infinity, maxCount = 1 } = control.file ?? {};
  const stored = asList(value).filter(isReference);

  const refusal = (file: File): string | undefined => {
    if (!fits(file, accept)) return t('error.file.type', { name: file.name, types: typeNames(accept) });
    return file.size > maxBytes ? t('error.file.size', { name: file.name, size: fileSize(maxBytes) }) : undefined;
  };

  const send = async (file: File): Promise<void> => {
    if (uploads === undefined) return;
    const id = `${file.name} ${file.lastModified} ${file.size}`;
    const update = (progress: number): void =>
      setPending((all) => all.map((entry) => (entry.id === id ? { ...entry, progress } : entry)));
    setPending((all) => [...all, { id, name: file.name, size: file.size, progress: 0 }]);
    try {
      const reference = await uploads.upload(file, update, pointerOf(path));
      change(path, (previous) => [...asList(previous), reference]);
    } catch {
      setProblem(t('error.file.failed', { name: file.name }));
    }
    setPending((all) => all.filter((entry) => entry.id !== id));
  };

  const add = (files: readonly File[]): void => {
    const room = files.slice(0, maxCount - stored.length - pending.length);
    setProblem(room.map(refusal).find((text) => text !== undefined));
    for (const file of room) if (refusal(file) === undefined) void send(file);
  };

  const remove = (id: string): void => {
    uploads?.remove(id);
    change(path, (previous) => {
      const rest = asList(previous).filter((entry) => !isReference(entry) || entry.id !== id);
      return rest.length === 0 ? undefined : rest;
    });
  };

  const limits = t('hint.files', { types: typeNames(accept), size: fileSize(maxBytes) });
  return (
    <FileField
      {...field}
      hint={
        <>
          {field.hint} {control.file !== undefined && limits}
        </>
      }
      error={problem ?? field.error}
      files={[...stored, ...pending]}
      accept={accept}
      maxCount={maxCount}
      readOnly={readOnly || uploads === undefined}
      onAdd={add}
      onRemove={remove}
    />
  );
};
