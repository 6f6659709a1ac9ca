import type { FreeHours } from '@irisflow/client';
import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Failure } from '../failures/Failure.tsx';
import { useHourText } from './hour-texts.ts';
import { useFreeHours } from './use-free-hours.ts';

const DAY_MS = 86_400_000;
const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

interface Chosen {
  /** When the hour begins, ISO 8601; undefined until one is chosen. */
  readonly value: string | undefined;
  readonly onChange: (from: string | undefined) => void;
}

export interface HourPickerProps extends Chosen {
  readonly counterId: string;
  readonly error?: string | undefined;
}

type Day = FreeHours['days'][number];

/** One group of radio buttons over all days: arrows lead from hour to hour, and from day to day. */
const DayHours = ({ day, value, onChange }: Chosen & { readonly day: Day }) => {
  const { fullDate, time } = useFormatters();
  return (
    <fieldset className="iris-field">
      <legend>
        <strong>{fullDate(day.day)}</strong>
      </legend>
      <div className="iris-choices iris-choices--inline">
        {day.slots.map(({ from }) => (
          <label key={from} className="iris-choice">
            <input
              className="iris-choice__box"
              type="radio"
              name="hour"
              value={from}
              checked={from === value}
              onChange={() => onChange(from)}
            />
            <span>{time(from)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

interface FoundProps extends Chosen {
  readonly found: FreeHours;
  readonly onGo: (day: string) => void;
}

const Nothing = ({ found: { days, firstFree, lastDay }, onGo }: FoundProps) => {
  const t = useHourText();
  const { longDate, fullDate } = useFormatters();
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (firstFree === null || first === undefined || last === undefined)
    return (
      <Notice live title={t('never', { day: longDate(lastDay) })}>
        {t('neverText')}
      </Notice>
    );
  return (
    <Notice live title={t('none', { from: longDate(first), to: longDate(last) })}>
      <Button tone="secondary" size="small" onClick={() => onGo(firstFree)}>
        {t('jump', { day: fullDate(firstFree) })}
      </Button>
    </Notice>
  );
};

const Found = (props: FoundProps) => {
  const { found, onGo, ...chosen } = props;
  const t = useHourText();
  const [isFirst, setFirst] = useState<string>();
  const [day] = found.days;
  const free = found.days.filter(({ slots }) => slots.length > 0);
  const beginning = isFirst ?? day?.day;
  if (isFirst === undefined && day !== undefined) setFirst(day.day);
  const next = day === undefined ? found.lastDay : daysLater(day.day, 7);
  return (
    <>
      {free.length === 0 ? <Nothing {...props} /> : free.map((one) => <DayHours key={one.day} day={one} {...chosen} />)}
      <p className="iris-row">
        {day !== undefined && beginning !== undefined && day.day > beginning && (
          <Button tone="quiet" size="small" icon="arrowLeft" onClick={() => onGo(daysLater(day.day, -7))}>
            {t('earlier')}
          </Button>
        )}
        {next <= found.lastDay && (
          <Button tone="quiet" size="small" trailingIcon="arrowRight" onClick={() => onGo(next)}>
            {t('later')}
          </Button>
        )}
      </p>
    </>
  );
};

/** The free hours of a counter, a week at a time, and the first day that has any. */
export const HourPicker = ({ counterId, value, onChange, error }: HourPickerProps) => {
  const t = useHourText();
  const [from, setFrom] = useState<string>();
  const hours = useFreeHours(counterId, from);
  const go = (day: string): void => {
    onChange(undefined);
    setFrom(day);
  };
  return (
    <section id="hour" tabIndex={-1} className="iris-stack" aria-label={t('legend')} aria-busy={hours.isFetching}>
      <h2>{t('legend')}</h2>
      {error !== undefined && (
        <p id="hour-error" className="iris-field__error" role="alert">
          {error}
        </p>
      )}
      {hours.isPending && <p className="iris-muted">{t('loading')}</p>}
      {hours.isError && <Failure error={hours.error} onRetry={() => void hours.refetch()} />}
      {hours.data !== undefined && <Found found={hours.data} value={value} onChange={onChange} onGo={go} />}
    </section>
  );
};
