import { Notice, RadioGroup, useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { HourFields } from './HourFields.tsx';
import type { useLater } from './use-later.ts';

type WhenProps = Pick<ReturnType<typeof useLater>, 'isLater' | 'setLater' | 'fields' | 'scheduled'>;

/** Now, or at an hour to come; where something is scheduled already, what publishing now does to it. */
export const When = ({ isLater, setLater, fields, scheduled }: WhenProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  if (scheduled !== null)
    return (
      <Notice tone="warning" title={t('schedule.goesLive', { at: dateTime(scheduled.goesLiveAt) })}>
        <p>{t('schedule.standsText')}</p>
      </Notice>
    );
  return (
    <>
      <RadioGroup
        id="publish-when"
        label={t('schedule.when')}
        inline
        options={[
          { value: 'now', label: t('schedule.now') },
          { value: 'later', label: t('schedule.later') },
        ]}
        value={isLater ? 'later' : 'now'}
        onChange={(chosen) => setLater(chosen === 'later')}
      />
      {isLater && (
        <>
          <HourFields {...fields} />
          <p>{t('schedule.laterText')}</p>
        </>
      )}
    </>
  );
};
