import { FileField, type FileFieldProps } from './FileField.tsx';

export interface ChosenFilesFieldProps extends Omit<FileFieldProps, 'files' | 'onAdd' | 'onRemove' | 'maxCount'> {
  readonly value: readonly File[];
  readonly maxCount: number;
  readonly onChange: (files: readonly File[]) => void;
}

/** Two chosen files may have one name. */
const idOf = (file: File, index: number): string => `${index} ${file.name}`;

/** Files that are chosen now and sent with the rest of the form. */
export const ChosenFilesField = ({ value, onChange, ...field }: ChosenFilesFieldProps) => (
  <FileField
    {...field}
    files={value.map((file, index) => ({ id: idOf(file, index), name: file.name, size: file.size }))}
    onAdd={(added) => onChange([...value, ...added].slice(0, field.maxCount))}
    onRemove={(id) => onChange(value.filter((file, index) => idOf(file, index) !== id))}
  />
);
