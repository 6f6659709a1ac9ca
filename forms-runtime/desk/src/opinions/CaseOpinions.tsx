import type { CaseView, OpinionView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { Button, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { documentUrl } from '../cases/document-url.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AskOpinion } from './AskOpinion.tsx';
import { OpinionAnswer, OpinionFiles } from './OpinionAnswer.tsx';
import { OpinionTag } from './OpinionTag.tsx';
import { mayInquire, useOpinions } from './use-opinions.ts';
import { WithdrawOpinion } from './WithdrawOpinion.tsx';

interface OpinionProps {
  readonly caseId: string;
  readonly opinion: OpinionView;
}

/** Since when, until when, by whom. */
const Course = ({ opinion }: Pick<OpinionProps, 'opinion'>) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const { state, askedAt, askedBy, answeredBy, endedAt, dueOn, tacit, isPublic } = opinion;
  const asked = askedBy ?? t('opinion.byProcess');
  return (
    <p className="iris-muted">
      {t('opinion.askedAt', { at: dateTime(askedAt), by: asked })}
      {state === 'asked' && ` · ${t('opinion.dueOn', { day: date(dueOn) })} · ${t(`opinion.silence.${tacit}`)}`}
      {state === 'given' && endedAt !== null && ` · ${t('opinion.givenAt', { at: dateTime(endedAt) })}`}
      {answeredBy !== null && `, ${answeredBy}`}
      {isPublic && ` · ${t('opinion.public')}`}
    </p>
  );
};

const Ending = ({ opinion: { state, reason, outcome } }: Pick<OpinionProps, 'opinion'>) => {
  const t = useDeskText();
  if (state === 'withdrawn')
    return <p>{reason === null ? t('opinion.caseClosed') : t('opinion.withdrawnBecause', { reason })}</p>;
  return state === 'expired' && outcome === null ? <p>{t('opinion.noAnswer')}</p> : null;
};

const Opinion = ({ caseId, opinion }: OpinionProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { label, of, administration, isOtherAdministration } = opinion;
  const url = (documentId: string): string => documentUrl(caseId, documentId);
  const name = read(label ?? of);
  return (
    <li className="desk-opinion">
      <p className="iris-row">
        <strong>{name}</strong>
        {isOtherAdministration && <span>{read(administration)}</span>}
        <OpinionTag opinion={opinion} />
      </p>
      <Course opinion={opinion} />
      <p className="desk-note__text">{opinion.question}</p>
      <OpinionFiles documents={opinion.documents} url={url} />
      <Ending opinion={opinion} />
      <OpinionAnswer answer={opinion} url={url} />
      {opinion.state === 'asked' && (
        <div>
          <Button
            tone="secondary"
            size="small"
            onClick={() => setWithdrawing(true)}
            aria-label={t('opinion.withdraw.of', { name })}
          >
            {t('opinion.withdraw')}
          </Button>
        </div>
      )}
      <WithdrawOpinion caseId={caseId} opinion={opinion} open={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </li>
  );
};

/** What others were asked about a case, what they said, and the way to ask. */
export const CaseOpinions = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="iris-stack">
      <Answered query={useOpinions(file.id)}>
        {(opinions) =>
          opinions.length === 0 ? (
            <p className="iris-muted">{t('opinion.none')}</p>
          ) : (
            <ul className="desk-opinions">
              {opinions.map((opinion) => (
                <Opinion key={opinion.id} caseId={file.id} opinion={opinion} />
              ))}
            </ul>
          )
        }
      </Answered>
      {mayInquire(file) && (
        <div>
          <Button tone="secondary" size="small" icon="plus" onClick={() => setAsking(true)}>
            {t('opinion.ask')}
          </Button>
        </div>
      )}
      <AskOpinion file={file} open={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
};
