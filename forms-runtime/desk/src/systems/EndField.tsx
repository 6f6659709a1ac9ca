import { DateField } from '@irisflow/ui';
import { useToday } from '../administration/use-today.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { wrongEnd } from './token-days.ts';

interface EndFieldProps {
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly asked: boolean;
}

/** The last day on which a token counts. */
export const EndField = ({ day, onChange, asked }: EndFieldProps) => {
  const t = useDeskText();
  const found = wrongEnd(day, useToday());
  const wrong = asked ? found : undefined;
  return (
    <DateField
      id="last-day"
      label={t('admin.lastDay')}
      hint={t('apiTokens.lastDay.hint')}
      value={day}
      onChange={onChange}
      {...(wrong !== undefined && {
        error: t(wrong === 'wrong' || wrong === 'past' ? `admin.lastDay.${wrong}` : `apiTokens.lastDay.${wrong}`),
      })}
    />
  );
};
