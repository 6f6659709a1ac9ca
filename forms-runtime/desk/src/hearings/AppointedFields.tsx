import { DateField, NumberField, TextField, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { AppointedDraft, AppointedProblems } from './appointed-draft.ts';

interface AppointedFieldsProps {
  /** Begins the ids of the fields. */
  readonly name: string;
  readonly draft: AppointedDraft;
  readonly change: (part: Partial<AppointedDraft>) => void;
  readonly problems: AppointedProblems;
  /** The first day that the notice allows; undefined before that is known. */
  readonly earliestOn: string | undefined;
}

const Where = ({ name, draft, change, problems }: AppointedFieldsProps) => {
  const t = useDeskText();
  return (
    <>
      <TextField
        id={`${name}-place`}
        label={t('hearing.place')}
        optional
        maxLength={500}
        value={draft.place}
        onChange={(place) => change({ place })}
        {...(problems.place !== undefined && { error: t(problems.place) })}
      />
      <TextField
        id={`${name}-link`}
        label={t('hearing.link')}
        hint={t('hearing.link.hint')}
        optional
        maxLength={500}
        value={draft.link}
        onChange={(link) => change({ link })}
        {...(problems.link !== undefined && { error: t(problems.link) })}
      />
    </>
  );
};

/** When and where a hearing is held. */
export const AppointedFields = (props: AppointedFieldsProps) => {
  const { name, draft, change, problems, earliestOn } = props;
  const t = useDeskText();
  const { longDate } = useFormatters();
  const earliest = earliestOn === undefined ? undefined : longDate(earliestOn);
  return (
    <>
      <DateField
        id={`${name}-day`}
        label={t('hearing.day')}
        {...(earliest !== undefined && { hint: t('hearing.day.hint', { day: earliest }) })}
        value={draft.day}
        onChange={(day) => change({ day })}
        {...(problems.day !== undefined && { error: t(problems.day, { day: earliest ?? '' }) })}
      />
      <div className="desk-hearing__time">
        <TextField
          id={`${name}-time`}
          label={t('hearing.time')}
          hint={t('hearing.time.hint')}
          size="4"
          value={draft.time}
          onChange={(time) => change({ time })}
          {...(problems.time !== undefined && { error: t(problems.time) })}
        />
        <NumberField
          id={`${name}-length`}
          label={t('hearing.minutesLong')}
          hint={t('hearing.minutesLong.hint')}
          inputMode="numeric"
          value={draft.minutesLong}
          onChange={(minutesLong) => change({ minutesLong })}
          {...(problems.minutesLong !== undefined && { error: t(problems.minutesLong) })}
        />
      </div>
      <Where {...props} />
    </>
  );
};
