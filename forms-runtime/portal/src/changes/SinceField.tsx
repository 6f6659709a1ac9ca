import { DateField } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

/** A whole day of the calendar. */
export const isDay = (text: string | undefined): text is string =>
  text !== undefined &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

interface SinceProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly isAsked: boolean;
  readonly onChange: (value: string | undefined) => void;
}

/** Since when it is so. */
export const SinceField = ({ id, value, isAsked, onChange }: SinceProps) => {
  const t = usePersonalText();
  return (
    <DateField
      id={id}
      label={t('change.since.label')}
      hint={t('change.since.hint')}
      value={value}
      onChange={onChange}
      {...(isAsked && !isDay(value) && { error: t('change.since.missing') })}
    />
  );
};
