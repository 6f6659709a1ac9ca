import type { CaseView, HearingView } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { documentUrl } from '../cases/document-url.ts';
import { OpinionFiles } from '../opinions/OpinionAnswer.tsx';
import { mayInquire } from '../opinions/use-opinions.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ChangeHearing, type HearingChange } from './ChangeHearing.tsx';
import { HearingTag } from './HearingTag.tsx';
import { ReportHearing } from './ReportHearing.tsx';
import { ScheduleHearing } from './ScheduleHearing.tsx';
import { useHearingAction } from './use-hearing-action.ts';
import { useHearings, useTakeHearing } from './use-hearings.ts';

interface HearingProps {
  readonly caseId: string;
  readonly hearing: HearingView;
}

type Shown = Pick<HearingProps, 'hearing'>;

const Where = ({ hearing: { place, link } }: Shown) => (
  <p className="desk-hearing__where">
    {place}
    {place !== null && link !== null && <br />}
    {link !== null && <a href={link}>{link}</a>}
  </p>
);

/** Who scheduled it, who holds it, in which language. */
const Course = ({ hearing }: Shown) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { scheduledAt, scheduledBy, ledBy, language, moves, minutesLong } = hearing;
  return (
    <p className="iris-muted">
      {t('hearing.scheduledAt', { at: dateTime(scheduledAt), by: scheduledBy ?? t('opinion.byProcess') })}
      {` · ${t('hearing.length', { minutes: String(minutesLong) })} · ${t(`language.${language}`)}`}
      {` · ${ledBy === null ? t('hearing.ledByNobody') : t('hearing.ledBy', { name: ledBy })}`}
      {moves > 0 && ` · ${t.plural('hearing.moves', moves)}`}
    </p>
  );
};

const Summoned = ({ hearing: { summoned } }: Shown) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <ul className="desk-hearing__summoned">
      {summoned.map(({ position, name, role, came, statement }) => (
        <li key={position}>
          {name} ({read(role)}){came !== null && `, ${t(came ? 'hearing.came' : 'hearing.absent')}`}
          {statement !== null && <p className="desk-note__text">{statement}</p>}
        </li>
      ))}
    </ul>
  );
};

/** What came of it, or why not. */
const Outcome = ({ caseId, hearing }: HearingProps) => {
  const t = useDeskText();
  const { state, reason, minutes, minutesDocuments } = hearing;
  return (
    <>
      {state === 'canceled' && <p>{reason === null ? t('opinion.caseClosed') : t('hearing.because', { reason })}</p>}
      {minutes !== null && <p className="desk-note__text">{minutes}</p>}
      <OpinionFiles documents={minutesDocuments} url={(id) => documentUrl(caseId, id)} />
    </>
  );
};

/** That the applicant asks for another time, and what can be done about it. */
const Wish = ({ hearing, onKeep }: Shown & { readonly onKeep: () => void }) => {
  const t = useDeskText();
  const sayWhen = useHearingAction(hearing);
  const { wish, state } = hearing;
  const { dateTime } = useFormatters();
  if (wish === null || state !== 'scheduled') return null;
  if (wish.answer !== null)
    return <p className="iris-muted">{t('hearing.wish.answered', { reason: wish.reason, answer: wish.answer })}</p>;
  return (
    <Notice tone="warning" title={t('hearing.wish', { at: dateTime(wish.askedAt) })}>
      <div className="iris-stack iris-stack--tight">
        <p className="desk-note__text">{wish.reason}</p>
        <div>
          <Button tone="secondary" size="small" aria-label={sayWhen(t('hearing.keep'))} onClick={onKeep}>
            {t('hearing.keep')}
          </Button>
        </div>
      </div>
    </Notice>
  );
};

interface ActionsProps extends HearingProps {
  readonly onChange: (change: HearingChange) => void;
  readonly onReport: () => void;
}

const Actions = ({ caseId, hearing, onChange, onReport }: ActionsProps) => {
  const t = useDeskText();
  const sayWhen = useHearingAction(hearing);
  const take = useTakeHearing({ caseId, hearingId: hearing.id });
  return (
    <div className="iris-stack iris-stack--tight">
      {take.isError && <Failure error={take.error} />}
      <div className="iris-row">
        {hearing.hasBegun && (
          <Button size="small" aria-label={sayWhen(t('hearing.report'))} onClick={onReport}>
            {t('hearing.report')}
          </Button>
        )}
        {!hearing.isMine && (
          <Button
            tone="secondary"
            size="small"
            aria-label={sayWhen(t('hearing.take'))}
            busy={take.isPending}
            onClick={() => take.mutate()}
          >
            {t('hearing.take')}
          </Button>
        )}
        {(['move', 'cancel'] as const).map((change) => (
          <Button
            key={change}
            tone="secondary"
            size="small"
            aria-label={sayWhen(t(`hearing.${change}`))}
            onClick={() => onChange(change)}
          >
            {t(`hearing.${change}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};

const Hearing = ({ caseId, hearing }: HearingProps) => {
  const read = useLocalized();
  const { fullDate } = useFormatters();
  const [change, setChange] = useState<HearingChange | null>(null);
  const [isReporting, setReporting] = useState(false);
  const { label, day, time, state } = hearing;
  return (
    <li className="desk-opinion">
      <p className="iris-row">
        <strong>{`${fullDate(day)}, ${time}`}</strong>
        <span>{read(label)}</span>
        <HearingTag hearing={hearing} />
      </p>
      <Where hearing={hearing} />
      <Course hearing={hearing} />
      <Summoned hearing={hearing} />
      <Wish hearing={hearing} onKeep={() => setChange('keep')} />
      <Outcome caseId={caseId} hearing={hearing} />
      {state === 'scheduled' && !isReporting && (
        <Actions caseId={caseId} hearing={hearing} onChange={setChange} onReport={() => setReporting(true)} />
      )}
      {isReporting && <ReportHearing caseId={caseId} hearing={hearing} onClose={() => setReporting(false)} />}
      {change !== null && (
        <ChangeHearing change={change} caseId={caseId} hearing={hearing} onClose={() => setChange(null)} />
      )}
    </li>
  );
};

/** Who is heard about a case: when, where, what was said, and the way to schedule it. */
export const CaseHearings = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const [isScheduling, setScheduling] = useState(false);
  return (
    <div className="iris-stack">
      <Answered query={useHearings(file.id)}>
        {(hearings) =>
          hearings.length === 0 ? (
            <p className="iris-muted">{t('hearing.none')}</p>
          ) : (
            <ul className="desk-opinions">
              {hearings.map((hearing) => (
                <Hearing key={hearing.id} caseId={file.id} hearing={hearing} />
              ))}
            </ul>
          )
        }
      </Answered>
      {mayInquire(file) && (
        <div>
          <Button tone="secondary" size="small" icon="plus" onClick={() => setScheduling(true)}>
            {t('hearing.schedule')}
          </Button>
        </div>
      )}
      <ScheduleHearing file={file} open={isScheduling} onClose={() => setScheduling(false)} />
    </div>
  );
};
