import type { SharedHearing } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { localeNames, useFormatters, useLocale, VisuallyHidden } from '@irisflow/ui';
import { documentUrl } from '../cases/document-url.ts';
import { usePersonalText } from '../texts/personal-texts.ts';
import { AskOtherTime } from './AskOtherTime.tsx';
import { calendarUrl, useMyHearings } from './use-my-hearings.ts';

interface HearingProps {
  readonly caseId: string;
  readonly hearing: SharedHearing;
}

type Shown = Pick<HearingProps, 'hearing'>;

/** That it is moved, canceled or over, where it is. */
const Standing = ({ hearing: { state, moves, reason } }: Shown) => {
  const t = usePersonalText();
  if (state === 'canceled')
    return <p>{reason === null ? t('hearing.canceled') : t('hearing.canceled.because', { reason })}</p>;
  if (state !== 'scheduled') return <p>{t(`hearing.${state}`)}</p>;
  return moves > 0 && reason !== null ? <p>{t('hearing.moved', { reason })}</p> : null;
};

const Where = ({ hearing: { place, link, language, minutesLong } }: Shown) => {
  const t = usePersonalText();
  return (
    <>
      {place !== null && <p>{place}</p>}
      {link !== null && (
        <p>
          <a href={link}>{t('hearing.join')}</a>
        </p>
      )}
      <p className="iris-muted">
        {t('hearing.length', { minutes: String(minutesLong) })} {localeNames[language]}.
      </p>
    </>
  );
};

const Wish = ({ caseId, hearing }: HearingProps) => {
  const t = usePersonalText();
  const { wish, mayWish } = hearing;
  return (
    <>
      {wish !== null && (
        <p>{wish.answer === null ? t('hearing.wish.waits') : t('hearing.wish.answered', { answer: wish.answer })}</p>
      )}
      {mayWish && <AskOtherTime caseId={caseId} hearing={hearing} />}
    </>
  );
};

/** Who came and what was said, once it is known. */
const Minutes = ({ caseId, hearing: { minutes, minutesDocuments, summoned } }: HearingProps) => {
  const t = usePersonalText();
  return (
    <div className="iris-stack iris-stack--tight">
      <ul>
        {summoned.map(({ position, name, came, statement }) => (
          <li key={position}>
            {name}, {t(came === true ? 'hearing.present' : 'hearing.absent')}
            {statement !== null && <p className="portal-message__text">{statement}</p>}
          </li>
        ))}
      </ul>
      {minutes !== null && (
        <div>
          <h4>{t('hearing.minutes')}</h4>
          <p className="portal-message__text">{minutes}</p>
        </div>
      )}
      {minutesDocuments.length > 0 && (
        <ul>
          {minutesDocuments.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(caseId, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const Hearing = ({ caseId, hearing }: HearingProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const locale = useLocale();
  const { fullDate } = useFormatters();
  const { id, label, day, time, state } = hearing;
  const when = t('hearing.when', { day: fullDate(day), time });
  const isOver = state === 'held' || state === 'missed';
  return (
    <li className="iris-stack iris-stack--tight portal-hearing">
      <h3>{read(label)}</h3>
      <p>
        <strong>{when}</strong>
      </p>
      <Standing hearing={hearing} />
      {state === 'scheduled' && (
        <>
          <Where hearing={hearing} />
          <p>
            <a href={calendarUrl(caseId, id, locale)}>
              {t('hearing.calendar')}
              <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
            </a>
          </p>
          <Wish caseId={caseId} hearing={hearing} />
        </>
      )}
      {isOver && <Minutes caseId={caseId} hearing={hearing} />}
    </li>
  );
};

/** When and where I am heard about my case, and what was said; nothing where nobody is heard. */
export const CaseHearings = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const { data = [] } = useMyHearings(caseId);
  if (data.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="hearings">
      <h2 id="hearings">{t('hearings')}</h2>
      <ul className="portal-opinions">
        {data.map((hearing) => (
          <Hearing key={hearing.id} caseId={caseId} hearing={hearing} />
        ))}
      </ul>
    </section>
  );
};
