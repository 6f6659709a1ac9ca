import { CheckboxGroup, type FieldProps } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from '../workspace/name-choices.ts';

export interface NameChecksProps extends FieldProps {
  readonly choices: readonly NameChoice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Names out of those that there are, in the order in which they were chosen. One that is no longer there stays in sight, as an error. */
export const NameChecks = ({ choices, value, onChange, error, ...field }: NameChecksProps) => {
  const t = useTexts();
  const gone = value.filter((name) => choices.every((choice) => choice.value !== name));
  const options = [...gone.map((name) => ({ value: name, label: t('name.gone', { name }) })), ...choices];
  const change = (chosen: readonly string[]): void =>
    onChange([...value.filter((name) => chosen.includes(name)), ...chosen.filter((name) => !value.includes(name))]);
  return (
    <CheckboxGroup
      {...field}
      options={options}
      value={value}
      onChange={change}
      error={gone.length > 0 ? t('name.goneHint', { name: gone.join(', ') }) : error}
    />
  );
};
