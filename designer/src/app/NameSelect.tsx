import { Select, type FieldProps } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from '../workspace/name-choices.ts';

export interface NameSelectProps extends FieldProps {
  readonly choices: readonly NameChoice[];
  /** Undefined or empty for none. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly placeholder?: string;
}

/** A name out of those that there are. One that is no longer there stays in sight, as an error. */
export const NameSelect = ({ choices, value, error, ...field }: NameSelectProps) => {
  const t = useTexts();
  const isGone = value !== undefined && value !== '' && choices.every((choice) => choice.value !== value);
  const gone = isGone ? [{ value, label: t('name.gone', { name: value }) }] : [];
  return (
    <Select
      {...field}
      options={[...gone, ...choices]}
      value={value}
      error={isGone ? t('name.goneHint', { name: value }) : error}
    />
  );
};
