import { answer, type MyNotice, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters, useLocale } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { documentUrl } from '../cases/document-url.ts';
import { useNoticeText } from './notice-texts.ts';

/** My letters of a case of which it matters when they arrive. */
const useMyNotices = (caseId: string) =>
  useQuery({
    queryKey: ['my-notices', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/notices', { params: { path: { caseId } } })),
  });

interface NoticeProps {
  readonly notice: MyNotice;
}

/** What of its fate concerns whom the letter is for. */
const told = ['presented', 'delivered', 'presumed', 'unclaimed', 'refused', 'returned'] as const;
type Told = (typeof told)[number];

const Fates = ({ notice: { channels } }: NoticeProps) => {
  const t = useNoticeText();
  const { longDate } = useFormatters();
  return channels.map(({ channel, state, day }) => {
    const known: Told | undefined = told.find((one) => one === state);
    return known === undefined || day === null ? null : (
      <p key={channel}>{t(`fate.${known}`, { day: longDate(day) })}</p>
    );
  });
};

/** Until when whom has what the letter starts, or when that begins. */
const useTermText = ({ term }: MyNotice): string | undefined => {
  const t = useNoticeText();
  const { longDate } = useFormatters();
  if (term === null || term.running?.state === 'replaced') return undefined;
  if (term.running === null) return t(`term.waits.${term.startsAfter}`);
  const { state, dueOn } = term.running;
  const day = { day: longDate(dueOn) };
  if (state === 'running') return t(`term.${term.binds}.running`, day);
  if (state === 'expired') return t('term.expired', day);
  return t(state === 'met' ? 'term.met' : 'term.stands');
};

const TermText = ({ notice }: NoticeProps) => {
  const read = useLocalized();
  const t = useNoticeText();
  const text = useTermText(notice);
  if (text === undefined || notice.term === null) return null;
  return (
    <p>
      {t('term.label', { label: read(notice.term.label) })} <strong>{text}</strong>
    </p>
  );
};

const Letter = ({ caseId, notice }: NoticeProps & { readonly caseId: string }) => {
  const t = useNoticeText();
  const read = useLocalized();
  const locale = useLocale();
  const { longDate } = useFormatters();
  const subject = read(notice.subject);
  const ways = new Intl.ListFormat(locale).format(notice.channels.map(({ channel }) => t(`channel.${channel}`)));
  return (
    <li className="iris-stack iris-stack--tight portal-hearing">
      <h3>{subject}</h3>
      <p className="iris-muted">
        {t('sent', { day: longDate(notice.sentAt) })} · {ways}
      </p>
      {notice.isCopy && <p>{t('copy')}</p>}
      <Fates notice={notice} />
      <TermText notice={notice} />
      <p>
        <a href={documentUrl(caseId, notice.documentId)} aria-label={t('open.of', { subject })}>
          {t('open')}
        </a>
      </p>
    </li>
  );
};

/** My letters that start a time limit, and until when it runs; nothing where there is none. */
export const CaseNotices = ({ caseId }: { readonly caseId: string }) => {
  const t = useNoticeText();
  const { data = [] } = useMyNotices(caseId);
  if (data.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="notices">
      <h2 id="notices">{t('notices')}</h2>
      <ul className="portal-opinions">
        {data.map((notice) => (
          <Letter key={notice.id} caseId={caseId} notice={notice} />
        ))}
      </ul>
    </section>
  );
};
