import { useRef, useState, type DragEvent } from 'react';
import { useFormatters } from '../i18n/I18nProvider.tsx';
import { useUiText } from '../i18n/ui-messages.ts';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { FieldGroup, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { ProgressBar } from './ProgressBar.tsx';

/** A file in the list: stored, or on its way with `progress` from 0 to 1. */
export interface ListedFile {
  readonly id: string;
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  readonly progress?: number;
}

export interface FileFieldProps extends FieldProps {
  readonly files: readonly ListedFile[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
  /** Accepted media types. */
  readonly accept?: readonly string[];
  /** Most files; at that number the chooser goes away. */
  readonly maxCount?: number;
  /** Why files were not taken; said aloud, because it comes while the person does something else. */
  readonly problem?: string | undefined;
}

interface FileRowProps {
  readonly file: ListedFile;
  /** Without it the file stays. */
  readonly onRemove: ((id: string) => void) | undefined;
}

const FileRow = ({ file, onRemove }: FileRowProps) => {
  const t = useUiText();
  const { fileSize } = useFormatters();
  return (
    <li className="iris-upload__file">
      <Icon name="file" />
      <span>
        {file.name} <span className="iris-upload__meta">{fileSize(file.size)}</span>
      </span>
      {onRemove !== undefined && (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('file.remove', { name: file.name })}
          onClick={() => onRemove(file.id)}
        >
          {t('file.remove.short')}
        </Button>
      )}
      {file.progress !== undefined && (
        <ProgressBar label={t('file.uploading', { name: file.name })} value={file.progress} />
      )}
    </li>
  );
};

interface ChooserProps extends Pick<FileFieldProps, 'onAdd' | 'accept'> {
  readonly id: string;
  readonly text: string;
  readonly describedBy: string | undefined;
  readonly multiple: boolean;
}

const Chooser = ({ id, text, describedBy, multiple, accept = [], onAdd }: ChooserProps) => {
  const t = useUiText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = (list: FileList | null): void => {
    if (list !== null && list.length > 0) onAdd([...list]);
    if (input.current !== null) input.current.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div
      className={classNames('iris-upload__drop', over && 'iris-upload__drop--over')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="iris-button iris-button--secondary iris-button--small" aria-hidden="true">
        {text}
      </span>
      <span className="iris-muted" aria-hidden="true">
        {t('file.drop')}
      </span>
      <input
        ref={input}
        id={`${id}-input`}
        className="iris-upload__input"
        type="file"
        aria-label={text}
        aria-describedby={describedBy}
        accept={accept.join(',')}
        multiple={multiple}
        onChange={(event) => add(event.target.files)}
      />
    </div>
  );
};

/** Files to send along; the owner uploads and reports progress. */
export const FileField = ({ files, onAdd, onRemove, accept, maxCount = 1, problem, ...field }: FileFieldProps) => {
  const t = useUiText();
  const remove = (id: string): void => {
    onRemove(id);
    // The pressed button goes away with its file; focus stays with the question.
    document.getElementById(field.id)?.focus();
  };
  const describedBy = [
    field.hint && `${field.id}-hint`,
    problem && `${field.id}-problem`,
    field.error && `${field.id}-error`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <FieldGroup {...field}>
      <div className="iris-upload">
        {files.length > 0 && (
          <ul className="iris-upload__list">
            {files.map((file) => (
              <FileRow key={file.id} file={file} onRemove={field.readOnly === true ? undefined : remove} />
            ))}
          </ul>
        )}
        {field.readOnly !== true && files.length < maxCount && (
          <Chooser
            id={field.id}
            text={t(files.length === 0 ? 'file.choose' : 'file.choose.more')}
            describedBy={describedBy || undefined}
            multiple={maxCount > 1}
            onAdd={onAdd}
            {...(accept === undefined ? {} : { accept })}
          />
        )}
      </div>
      <output id={`${field.id}-problem`} className="iris-field__error">
        {problem !== undefined && (
          <>
            <Icon name="error" />
            <span>{problem}</span>
          </>
        )}
      </output>
    </FieldGroup>
  );
};
