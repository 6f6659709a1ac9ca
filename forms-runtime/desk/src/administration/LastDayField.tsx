import { DateField } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { wrongDay } from './last-day.ts';
import { useToday } from './use-today.ts';

export interface LastDayFieldProps {
  /** What holds without a last day. */
  readonly hint: string;
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly asked: boolean;
}

/** The last day on which something holds. */
export const LastDayField = ({ hint, day, onChange, asked }: LastDayFieldProps) => {
  const t = useDeskText();
  const wrong = wrongDay(day, useToday());
  return (
    <DateField
      id="last-day"
      label={t('admin.lastDay')}
      hint={hint}
      optional
      value={day}
      onChange={onChange}
      {...(asked && wrong !== undefined && { error: t(`admin.lastDay.${wrong}`) })}
    />
  );
};
