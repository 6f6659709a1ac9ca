import type { CaseEntry, CaseEvent, PlayedCase } from '@irisflow/scenarios';
import { daysOfWait } from '@irisflow/scenarios';
import { Button, useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { useEffectText } from './effect-words.ts';
import { messageText } from './message-words.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { NameOf } from './use-facts.ts';
import { humanName } from './value-shape.ts';
import { ValueText } from './ValueText.tsx';

export interface LogPanelProps {
  readonly played: PlayedCase;
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  /** Goes back to where a connector answered by itself. */
  readonly onAsk: (elementId: string, act: number) => void;
}

type OfKind<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { kind: Kind }>;
type Step = OfKind<'stepped'>['step'];

const useStepText = (nameOf: NameOf) => {
  const t = useTexts();
  const message = (name: string): string => {
    const known = messageText(name);
    return known === null ? name : t(known);
  };
  return (step: Step): string => {
    if ('complete' in step) return t('log.completed', { task: nameOf(step.complete) });
    if ('publish' in step) return t('log.arrived', { message: message(step.publish) });
    if ('broadcast' in step) return t('log.arrived', { message: step.broadcast });
    return t.plural('log.waited', daysOfWait(step.wait));
  };
};

/** How a decision came to its result: each table with the rules that matched. */
const Decided = ({ event, nameOf }: { readonly event: OfKind<'decided'>; readonly nameOf: NameOf }) => {
  const t = useTexts();
  return (
    <details className="play-decision">
      <summary>
        {event.failure === null
          ? t('log.decided', { decision: nameOf(event.elementId) })
          : t('log.undecided', { decision: nameOf(event.elementId) })}
      </summary>
      {event.failure !== null && <p>{event.failure}</p>}
      {event.trace.map(({ decisionId, decisionName, inputs, matchedRules, output }) => (
        <div key={decisionId} className="play-decision__table">
          <h3>{decisionName}</h3>
          <p>
            {matchedRules.length === 0
              ? t('trial.noRule')
              : t('trial.rules', { rules: matchedRules.map(({ index }) => index).join(', ') })}
          </p>
          <dl className="value-text">
            {inputs.map((input) => (
              <div key={input.id}>
                <dt>{input.name}</dt>
                <dd>
                  <ValueText value={input.value} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('trial.result')}</dt>
              <dd>
                <ValueText value={output} />
              </dd>
            </div>
          </dl>
        </div>
      ))}
    </details>
  );
};

interface EntryProps extends LogPanelProps {
  readonly entry: CaseEntry;
}

const Answered = ({ entry, event, nameOf, onAsk }: EntryProps & { readonly event: OfKind<'answered'> }) => {
  const t = useTexts();
  const name = nameOf(event.elementId);
  return (
    <span className="play-log__answer">
      {event.error === null
        ? t('log.answered', { connector: name })
        : t('log.answeredError', { connector: name, error: humanName(event.error) })}
      {event.isAutomatic && (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('log.otherwiseOf', { connector: name })}
          onClick={() => onAsk(event.elementId, entry.act)}
        >
          {t('log.otherwise')}
        </Button>
      )}
    </span>
  );
};

const Entry = (props: EntryProps) => {
  const t = useTexts();
  const { entry, facts, nameOf } = props;
  const { event } = entry;
  const stepText = useStepText(nameOf);
  const effectText = useEffectText(facts);
  switch (event.kind) {
    case 'began':
      return <>{t('log.began')}</>;
    case 'stepped':
      return <strong>{stepText(event.step)}</strong>;
    case 'answered':
      return <Answered {...props} event={event} />;
    case 'did':
      return <>{effectText(event.effect)}</>;
    case 'decided':
      return <Decided event={event} nameOf={nameOf} />;
    case 'chose':
      return (
        <>
          {t('log.chose', {
            gateway: nameOf(event.elementId),
            ways: event.ways
              .map(({ flowId, to }) => (nameOf(flowId) === flowId ? nameOf(to) : nameOf(flowId)))
              .join(', '),
          })}
        </>
      );
    case 'passed':
      return (
        <>{t(event.elementType === 'END_EVENT' ? 'log.ended' : 'log.passed', { event: nameOf(event.elementId) })}</>
      );
    case 'stuck':
      return <>{t('log.stuck', { element: nameOf(event.elementId), message: event.message })}</>;
  }
};

/** What happened so far, in words, the newest first. */
export const LogPanel = (props: LogPanelProps) => {
  const t = useTexts();
  const { date } = useFormatters();
  const { entries } = props.played;
  return (
    <section className="play-panel" aria-labelledby="play-log">
      <h2 id="play-log">{t('play.log')}</h2>
      <ol className="play-log" reversed>
        {entries
          .map((entry, index) => ({ entry, index }))
          .toReversed()
          .map(({ entry, index }) => (
            <li key={index} className={`play-log__entry play-log__entry--${entry.event.kind}`}>
              <span className="play-log__day">{date(new Date(entry.at).toISOString().slice(0, 10))}</span>
              <Entry {...props} entry={entry} />
            </li>
          ))}
      </ol>
    </section>
  );
};
