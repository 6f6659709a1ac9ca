import type { Locale } from '@irisflow/client';
import type { PlayAct, PlayedCase, Waiting } from '@irisflow/scenarios';
import { Notice } from '@irisflow/ui';
import { useConnectorPages } from '../api/connectors.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ArrivalCard, type Arrival } from './ArrivalCard.tsx';
import { ConnectorCard } from './ConnectorCard.tsx';
import type { ProcedureFacts } from './procedure-facts.ts';
import { TaskCard } from './TaskCard.tsx';
import type { NameOf } from './use-facts.ts';

export interface WaitingPanelProps {
  readonly played: PlayedCase;
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  readonly locale: Locale;
  readonly onTake: (...acts: readonly PlayAct[]) => void;
}

type OfKind<Kind extends Waiting['kind']> = Extract<Waiting, { kind: Kind }>;

const ofKind = <Kind extends Waiting['kind']>(waiting: readonly Waiting[], kind: Kind): readonly OfKind<Kind>[] =>
  waiting.filter((each): each is OfKind<Kind> => each.kind === kind);

const isArrival = (waiting: Waiting): waiting is Arrival => waiting.kind === 'message' || waiting.kind === 'signal';

const Incidents = ({ incidents, nameOf }: { incidents: readonly OfKind<'incident'>[]; nameOf: NameOf }) => {
  const t = useTexts();
  return incidents.map(({ key, elementId, message }) => (
    <Notice key={key} tone="danger" title={t('play.stuck', { element: nameOf(elementId) })}>
      <p>{message}</p>
      <p>{t('play.stuckHelp')}</p>
    </Notice>
  ));
};

/** What the case waits for, one card each: people first, then what may come from outside. */
export const WaitingPanel = (props: WaitingPanelProps) => {
  const t = useTexts();
  const { played, facts, nameOf, locale, onTake } = props;
  const { data: pages = [] } = useConnectorPages(t.locale);
  const connectors = ofKind(played.waiting, 'connector');
  // As in a scenario: sources answer before people go on.
  const tasks = connectors.length > 0 ? [] : ofKind(played.waiting, 'task');
  const arrivals = connectors.length > 0 ? [] : played.waiting.filter(isArrival);
  return (
    <div className="iris-stack">
      {played.state === 'ended' && <Notice tone="success" title={t('play.ended')} live />}
      <Incidents incidents={ofKind(played.waiting, 'incident')} nameOf={nameOf} />
      {connectors.map((asked) => (
        <section key={asked.key} className="play-card" aria-label={nameOf(asked.elementId)}>
          <p className="play-card__kind">{t('play.connector')}</p>
          <h2>{nameOf(asked.elementId)}</h2>
          <ConnectorCard
            asked={asked}
            page={pages.find(({ type }) => type === asked.type)}
            facts={facts}
            onTake={onTake}
          />
        </section>
      ))}
      {tasks.map((task) => (
        <section key={task.key} className="play-card" aria-label={nameOf(task.elementId)}>
          <p className="play-card__kind">{t('play.task')}</p>
          <h2>{facts.tasks[task.elementId]?.name[t.locale] ?? nameOf(task.elementId)}</h2>
          <TaskCard task={task} facts={facts} locale={locale} now={played.now} onTake={onTake} />
        </section>
      ))}
      {arrivals.length > 0 && (
        <section className="play-card play-card--outside" aria-label={t('play.outside')}>
          <p className="play-card__kind">{t('play.outside')}</p>
          <ArrivalCard
            arrivals={arrivals}
            terms={played.terms}
            facts={facts}
            nameOf={nameOf}
            day={new Date(played.now).toISOString().slice(0, 10)}
            onTake={onTake}
          />
        </section>
      )}
    </div>
  );
};
