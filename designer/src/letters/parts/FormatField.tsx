import { Select } from '@irisflow/ui';
import { useId } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { fieldFormats, type FieldFormat } from '../page/field-formats.ts';

interface FormatFieldProps {
  /** Null or undefined for plain words. */
  value: FieldFormat | null | undefined;
  onChange: (format: FieldFormat) => void;
}

/** How a value is written. */
export const FormatField = ({ value, onChange }: FormatFieldProps) => {
  const t = useTexts();
  return (
    <Select
      id={useId()}
      label={t('letter.format')}
      value={value ?? 'text'}
      options={fieldFormats.map((format) => ({ value: format, label: t(`letter.format.${format}`) }))}
      onChange={(chosen) => {
        const format = fieldFormats.find((one) => one === chosen);
        if (format !== undefined) onChange(format);
      }}
    />
  );
};
