import type { RightChange } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, Timeline, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useValueText } from './use-value-text.ts';

const Change = ({ change }: { readonly change: RightChange }) => {
  const t = useDeskText();
  const read = useLocalized();
  const valueText = useValueText();
  const { dateTime } = useFormatters();
  const { values, reason, author, cause, recordedAt } = change;
  return (
    <div className="iris-stack iris-stack--tight">
      {values.map((value) => (
        <p key={value.name}>{t('right.recorded.value', { label: read(value.label), value: valueText(value) })}</p>
      ))}
      {reason !== null && <p>{reason}</p>}
      <p className="iris-muted">
        {author === null
          ? t('right.recorded.process', { at: dateTime(recordedAt) })
          : t('right.recorded', { at: dateTime(recordedAt), name: author })}{' '}
        {cause !== null && <AppLink href={`/cases/${cause.caseId}`}>{cause.reference}</AppLink>}
      </p>
    </div>
  );
};

/** What became of a right, by the days from which it counts. */
export const RightHistory = ({ history }: { readonly history: readonly RightChange[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <Timeline
      entries={history.map((change) => ({
        id: String(change.sequence),
        title: t(`right.act.${change.act}`, { state: read(change.state.label) }),
        at: t('right.from', { day: date(change.effectiveOn) }),
        content: <Change change={change} />,
      }))}
    />
  );
};
