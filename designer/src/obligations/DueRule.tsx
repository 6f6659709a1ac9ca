import { addMonths } from '@irisflow/calendar';
import { todayInBrussels } from '@irisflow/renderer';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { DayInput } from '../app/DayInput.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { RadioGroup, Select, useFormatters } from '@irisflow/ui';
import { parseDay } from '../app/parse-day.ts';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import {
  dueKindOf,
  dueKinds,
  rhythms,
  withDueKind,
  withRhythm,
  type Due,
  type ObligationPartProps,
} from './obligation-file.ts';

interface DueProps {
  due: Due;
  problemAt: ProblemAt;
  change: (due: Due) => void;
}

const today = (): string => todayInBrussels(new Date());

const nextYear = (day: string | undefined): string =>
  day === undefined || parseDay(day) === null ? today() : addMonths(day, 12);

const Listed = ({ due, problemAt, change }: DueProps) => {
  const t = useTexts();
  const { date } = useFormatters();
  const days = due.on ?? [];
  return (
    <div id={controlId('/due/on')} tabIndex={-1}>
      <ListEditor
        title={t('obligation.days')}
        items={days}
        blank={nextYear(days.at(-1))}
        itemName={(index) => date(days[index] ?? today())}
        onChange={(on) => change({ on })}
      >
        {(day, changeDay, index) => (
          <>
            <DayInput
              label={t('obligation.day', { number: index + 1 })}
              presence="required"
              value={day}
              onChange={(next) => next !== null && changeDay(next)}
            />
            {problemAt(`/due/on/${index}`) !== undefined && (
              <p className="iris-field__error">{problemAt(`/due/on/${index}`)}</p>
            )}
          </>
        )}
      </ListEditor>
    </div>
  );
};

/** In which month of a quarter or a year. */
const Month = ({ due, problemAt, change }: DueProps) => {
  const t = useTexts();
  const { every } = due;
  if (every === undefined || every === 'month') return null;
  const most = every === 'quarter' ? 3 : 12;
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: every === 'quarter' ? t('obligation.monthOfQuarter', { number: index + 1 }) : monthName(index, t.locale),
  }));
  return (
    <Select
      id={controlId('/due/month')}
      label={t('obligation.month')}
      placeholder={t('obligation.lastMonth')}
      options={options}
      value={due.month === undefined ? undefined : String(due.month)}
      error={problemAt('/due/month')}
      onChange={(month) => change({ ...due, month: month === undefined ? undefined : Number(month) })}
    />
  );
};

const monthName = (index: number, locale: string): string =>
  new Intl.DateTimeFormat(`${locale}-BE`, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, index, 1)),
  );

const ComingBack = (props: DueProps) => {
  const t = useTexts();
  const { due, problemAt, change } = props;
  return (
    <div className="form-row">
      <Select
        id={controlId('/due/every')}
        label={t('obligation.every')}
        options={rhythms.map((value) => ({ value, label: t(`obligation.every.${value}`) }))}
        value={due.every}
        error={problemAt('/due/every')}
        onChange={(value) => {
          const every = rhythms.find((known) => known === value);
          if (every !== undefined) change(withRhythm(due, every));
        }}
      />
      {due.day !== undefined && (
        <>
          <Month {...props} />
          <NumberSetting
            id={controlId('/due/day')}
            label={t('obligation.dayOfMonth')}
            hint={t('obligation.dayOfMonthHint')}
            value={due.day}
            onChange={(day) => change({ ...due, day: Math.min(Math.max(day, 1), 31) })}
          />
        </>
      )}
    </div>
  );
};

/** When it is due: a while after the right began, time and again; on days of the calendar; or on days that are listed. */
export const DueRule = ({ obligation, change, problemAt }: ObligationPartProps & { problemAt: ProblemAt }) => {
  const t = useTexts();
  const due = obligation.due ?? { every: 'year' };
  const kind = dueKindOf(due);
  const part: DueProps = { due, problemAt, change: (next) => change({ due: next }) };
  return (
    <>
      <RadioGroup
        id={controlId('/due')}
        label={t('obligation.dueKind')}
        options={dueKinds.map((value) => ({
          value,
          label: t(`obligation.due.${value}`),
          hint: t(`obligation.due.${value}Hint`),
        }))}
        value={kind}
        error={problemAt('/due')}
        onChange={(value) => {
          const next = dueKinds.find((known) => known === value);
          if (next !== undefined && next !== kind) change({ due: withDueKind(due, next, today()) });
        }}
      />
      {kind === 'listed' ? <Listed {...part} /> : <ComingBack {...part} />}
    </>
  );
};
