import type { NoticeView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, Timeline, useFormatters } from '@irisflow/ui';
import { useNoticeText } from './notice-texts.ts';
import { SayFate } from './SayFate.tsx';

type Fate = NoticeView['fates'][number];

interface FateProps {
  readonly notice: NoticeView;
  readonly fate: Fate;
}

const useSource = () => {
  const t = useNoticeText();
  return ({ source, recordedBy }: Fate): string => {
    if (source !== 'office') return t(`source.${source}`);
    return recordedBy === null ? t('source.colleague') : t('source.office', { name: recordedBy });
  };
};

/** What was said with it: a barcode, a reason, and what it did to the term. */
const Said = ({ fate: { source, reason, number, moved } }: Pick<FateProps, 'fate'>) => {
  const t = useNoticeText();
  const { date } = useFormatters();
  return (
    <>
      {number !== null && (
        <p>
          {t('number')}: {number}
        </p>
      )}
      {source === 'office' && reason !== null && <p>{reason}</p>}
      {moved !== null && (
        <p>
          <strong>{moved.actOn === null ? t('moved.stands') : t('moved', { day: date(moved.dueOn) })}</strong>
        </p>
      )}
    </>
  );
};

const FateContent = ({ notice, fate }: FateProps) => {
  const t = useNoticeText();
  const read = useLocalized();
  const sourceOf = useSource();
  const { dateTime } = useFormatters();
  const { source, corrects, stands, recordedAt } = fate;
  const isSaid = source !== 'presumption' && source !== 'platform';
  return (
    <div className="iris-stack iris-stack--tight">
      {corrects !== null && source !== 'presumption' && <StatusTag tone="warning">{t('correction')}</StatusTag>}
      <Said fate={fate} />
      <p className="iris-muted">
        {t('noted', { at: dateTime(recordedAt), source: sourceOf(fate) })}{' '}
        {!stands && fate.kind !== 'annulled' && <StatusTag>{t('corrected')}</StatusTag>}
      </p>
      {stands && isSaid && (
        <SayFate
          noticeId={notice.id}
          subject={read(notice.subject)}
          channels={[fate.channel]}
          known={notice.fates.filter((one) => one.stands)}
          corrects={fate}
        />
      )}
    </div>
  );
};

/** All that became of a letter, in the order in which it was known; what was corrected stays. */
export const FateHistory = ({ notice }: { readonly notice: NoticeView }) => {
  const t = useNoticeText();
  const { date } = useFormatters();
  return (
    <Timeline
      entries={notice.fates.map((fate) => ({
        id: fate.id,
        title: t('state.not', { channel: t(`channel.${fate.channel}`), state: t(`fate.${fate.kind}`) }),
        at: date(fate.day),
        content: <FateContent notice={notice} fate={fate} />,
      }))}
    />
  );
};
