import { DayInput } from '../../app/DayInput.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { readLimit, writeLimit, type ReadLimit } from '../edit/date-limits.ts';
import { NumberInput, Pick } from './controls.tsx';

const kinds = ['none', 'today', 'before', 'after', 'day'] as const;
const units = ['d', 'm', 'y'] as const;

export interface DateLimitProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The earliest or the latest day of a date. */
export const DateLimit = ({ label, value, onChange }: DateLimitProps) => {
  const t = useTexts();
  const limit = readLimit(value);
  const change = (changes: Partial<ReadLimit>): void =>
    onChange(writeLimit({ ...limit, ...changes }, new Date().toISOString().slice(0, 10)));
  return (
    <fieldset className="panel-group">
      <legend className="plain-field__label">{label}</legend>
      <Pick
        label={t('forms.date.kind')}
        value={limit.kind}
        options={kinds.map((kind) => ({ value: kind, text: t(`forms.date.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      {(limit.kind === 'before' || limit.kind === 'after') && (
        <div className="panel-pair">
          <NumberInput
            label={t('forms.date.amount')}
            least={0}
            value={limit.amount}
            onChange={(amount) => amount !== undefined && amount < 10_000 && change({ amount })}
          />
          <Pick
            label={t('forms.date.unit')}
            value={limit.unit}
            options={units.map((unit) => ({ value: unit, text: t(`forms.date.${unit}`) }))}
            onChange={(unit) => change({ unit })}
          />
        </div>
      )}
      {limit.kind === 'day' && (
        <DayInput
          label={t('forms.date.on')}
          value={limit.day}
          presence="required"
          onChange={(day) => day !== null && change({ day })}
        />
      )}
    </fieldset>
  );
};
