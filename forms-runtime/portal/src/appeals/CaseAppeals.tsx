import type { CaseView, MyAppeals } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { LodgeAppeal } from './LodgeAppeal.tsx';
import { SuspendedList } from './SuspendedList.tsx';
import { useAppeals } from './use-appeals.ts';

interface AppealProps {
  readonly appeal: MyAppeals['appeals'][number];
}

/** What does not count for now, since when and why. */
const Suspended = ({ appeal: { suspendedSince, suspends } }: AppealProps) => {
  const t = usePersonalText();
  const { longDate } = useFormatters();
  if (suspendedSince === null) return <p>{t('appeal.noEffect')}</p>;
  return (
    <Notice title={t('appeal.suspended.title', { day: longDate(suspendedSince) })}>
      <p>{t('appeal.suspended.why')}</p>
      <SuspendedList suspends={suspends} />
    </Notice>
  );
};

const Outcome = ({ appeal: { endedOn, ruling, against, replacedBy } }: AppealProps) => {
  const t = usePersonalText();
  const { longDate } = useFormatters();
  if (endedOn === null) return null;
  const day = longDate(endedOn);
  return (
    <>
      <p>{ruling === null ? t('appeal.over', { day }) : t(`appeal.ruling.${ruling}`, { day })}</p>
      {against !== null && replacedBy !== null && (
        <p>{t('appeal.replaced', { day: longDate(against.decidedOn), by: longDate(replacedBy.decidedOn) })}</p>
      )}
    </>
  );
};

const Appeal = ({ appeal }: AppealProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const { reference, lodgedOn, remedy, endedOn } = appeal;
  return (
    <li className="iris-stack iris-stack--tight">
      <p>
        <strong>{t('appeal.one', { reference, day: longDate(lodgedOn) })}</strong>
      </p>
      {remedy !== null && <p className="iris-muted">{read(remedy)}</p>}
      {endedOn === null ? <Suspended appeal={appeal} /> : <Outcome appeal={appeal} />}
    </li>
  );
};

/** What I lodged against the decision, what it suspends, what became of it, and the way to lodge; nothing where there is nothing. */
export const CaseAppeals = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const { data: found } = useAppeals(view.id, view.decisions.length > 0 && view.appealOf === null);
  if (found === undefined || found.appeals.length + found.remedies.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="appeals">
      <h2 id="appeals">{t('appeal.title')}</h2>
      {found.appeals.length > 0 && (
        <ul className="portal-changes">
          {found.appeals.map((appeal) => (
            <Appeal key={appeal.caseId} appeal={appeal} />
          ))}
        </ul>
      )}
      {found.remedies.length > 0 && <LodgeAppeal caseId={view.id} remedies={found.remedies} />}
    </section>
  );
};
