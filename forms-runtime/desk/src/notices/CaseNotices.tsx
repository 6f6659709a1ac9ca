import type { NoticeView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { documentUrl } from '../cases/document-url.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { FateHistory } from './FateHistory.tsx';
import { useNoticeText } from './notice-texts.ts';
import { SayFate } from './SayFate.tsx';
import { useCaseNotices } from './use-notices.ts';

/** Whether any letter of a case is followed. */
export const useHasNotices = (caseId: string): boolean => (useCaseNotices(caseId).data?.length ?? 0) > 0;

interface NoticeProps {
  readonly notice: NoticeView;
}

/** The term that begins with the letter, in a sentence. */
const TermWords = ({ notice: { term } }: NoticeProps) => {
  const t = useNoticeText();
  const read = useLocalized();
  const { date } = useFormatters();
  if (term === null) return null;
  const label = read(term.label);
  const { running } = term;
  const words = (): string => {
    if (running === null) return t('term.waits', { label, start: t(`start.${term.startsAfter}`) });
    const days = { label, day: date(running.dueOn), from: date(running.actOn) };
    if (running.state === 'running') return t('term.runs', days);
    return t(running.state === 'suspended' || running.state === 'interrupted' ? 'term.stands' : 'term.over', days);
  };
  return (
    <p>
      {words()} {term.isServiceTarget && <StatusTag>{t('target')}</StatusTag>}
    </p>
  );
};

const Ways = ({ notice: { channels } }: NoticeProps) => {
  const t = useNoticeText();
  const { date } = useFormatters();
  return (
    <ul>
      {channels.map(({ channel, state, day }) => (
        <li key={channel}>
          {state === null || day === null
            ? t('state.not', { channel: t(`channel.${channel}`), state: t('state.none') })
            : t('state.on', { channel: t(`channel.${channel}`), state: t(`fate.${state}`), day: date(day) })}
        </li>
      ))}
    </ul>
  );
};

const Letter = ({ notice }: NoticeProps) => {
  const t = useNoticeText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { id, caseId, documentId, subject, sentAt, recipient, copyOf, channels, fates } = notice;
  const day = date(sentAt);
  return (
    <li className="desk-exchange">
      <p>
        <a href={documentUrl(caseId, documentId)}>{read(subject)}</a>
      </p>
      <p className="iris-muted">
        {recipient === null ? t('sent.on', { day }) : t('sent.to', { day, name: recipient })}
      </p>
      {copyOf !== null && <p>{t('copy')}</p>}
      <Ways notice={notice} />
      <TermWords notice={notice} />
      <SayFate
        noticeId={id}
        subject={read(subject)}
        channels={channels.map(({ channel }) => channel)}
        known={fates.filter(({ stands }) => stands)}
      />
      {fates.length > 0 && (
        <details>
          <summary>{t('history')}</summary>
          <FateHistory notice={notice} />
        </details>
      )}
    </li>
  );
};

/** The letters of a case of which it matters when they arrive; nothing where there is none. */
export const CaseNotices = ({ caseId }: { readonly caseId: string }) => {
  const desk = useDeskText();
  const query = useCaseNotices(caseId);
  if (query.data?.length === 0) return null;
  return (
    <Section id="notices" title={desk('file.notices')}>
      <Answered query={query}>
        {(notices) => (
          <ul className="desk-exchanges">
            {notices.map((notice) => (
              <Letter key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  );
};
