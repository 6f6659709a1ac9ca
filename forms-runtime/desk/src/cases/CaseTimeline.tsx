import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Timeline, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** What happened in a case, the latest first, with what the applicant does not see marked as such. */
export const CaseTimeline = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  if (file.timeline.length === 0) return <p className="iris-muted">{t('file.timeline.empty')}</p>;
  const entries = file.timeline
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map((entry) => ({
      id: entry.id,
      title: read(entry.text),
      at: [dateTime(entry.at), read(entry.actor), ...(entry.step === undefined ? [] : [read(entry.step)])].join(' · '),
      ...(!entry.visibleToApplicant && {
        tone: 'pending' as const,
        content: <p className="desk-internal">{t('file.timeline.internal')}</p>,
      }),
    }));
  return <Timeline entries={entries} />;
};
