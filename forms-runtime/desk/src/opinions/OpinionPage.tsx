import type { AskedOpinion } from '@irisflow/client';
import { Answered, COMING, Page, useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AnswerOpinion } from './AnswerOpinion.tsx';
import { OpinionAnswer, OpinionFiles } from './OpinionAnswer.tsx';
import { OpinionTag } from './OpinionTag.tsx';
import { askedDocumentUrl, useAskedOpinion } from './use-opinions.ts';

interface OpinionProps {
  readonly opinion: AskedOpinion;
}

const Facts = ({ opinion }: OpinionProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  const { from, of, label, askedAt, dueOn, tacit, state } = opinion;
  return (
    <dl className="desk-facts">
      <div>
        <dt>{t('fact.status')}</dt>
        <dd>
          <OpinionTag opinion={opinion} />
        </dd>
      </div>
      <div>
        <dt>{t('opinion.from')}</dt>
        <dd>{read(from)}</dd>
      </div>
      <div>
        <dt>{t('opinion.of')}</dt>
        <dd>{read(label ?? of)}</dd>
      </div>
      <div>
        <dt>{t('opinion.since')}</dt>
        <dd>{dateTime(askedAt)}</dd>
      </div>
      <div>
        <dt>{t('opinion.lastDay')}</dt>
        <dd>
          {date(dueOn)}
          {state === 'asked' && <span className="iris-muted"> ({t(`opinion.silence.${tacit}`)})</span>}
        </dd>
      </div>
    </dl>
  );
};

const Ended = ({ opinion }: OpinionProps) => {
  const t = useDeskText();
  const { state, reason, bar } = opinion;
  if (bar === 'askedByMe') return <Notice tone="info" title={t('opinion.bar.askedByMe')} />;
  if (state === 'given')
    return (
      <Section id="opinion-answer" title={t('opinion.answer')}>
        <OpinionAnswer answer={opinion} url={(id) => askedDocumentUrl(opinion.id, id)} />
      </Section>
    );
  if (state === 'withdrawn')
    return (
      <Notice tone="info" title={t('opinion.state.withdrawn')}>
        {reason === null ? t('opinion.caseClosed') : t('opinion.withdrawnBecause', { reason })}
      </Notice>
    );
  return <Notice tone="info" title={t('opinion.bar.ended')} />;
};

const Body = ({ opinion }: OpinionProps) => {
  const t = useDeskText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Facts opinion={opinion} />
      <Section id="opinion-question" title={t('opinion.question')}>
        <p className="desk-note__text iris-prose">{opinion.question}</p>
        <OpinionFiles documents={opinion.documents} url={(id) => askedDocumentUrl(opinion.id, id)} />
        <p className="iris-muted">{t('opinion.shared')}</p>
      </Section>
      {opinion.bar === null ? <AnswerOpinion opinion={opinion} /> : <Ended opinion={opinion} />}
    </div>
  );
};

/** A question to me or my group, with what was handed over, and the answer. */
export const OpinionPage = ({ opinionId }: { readonly opinionId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const found = useAskedOpinion(opinionId);
  const { data } = found;
  return (
    <Page
      title={data === undefined ? t('opinion.title') : t('opinion.about', { procedure: read(data.procedure) })}
      eyebrow={data === undefined ? COMING : data.reference}
      crumbs={[
        { href: '/', label: t('nav.tasks') },
        { href: '/opinions', label: t('opinions.title') },
      ]}
    >
      <Answered query={found}>{(opinion) => <Body opinion={opinion} />}</Answered>
    </Page>
  );
};
