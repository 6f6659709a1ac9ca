import type { CaseDecision as Decision, CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { SummaryList, useFormatters, type LineItem } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

const outcomes = ['granted', 'refused', 'inadmissible', 'withdrawn', 'closed'] as const;

const useFacts = ({ amount, validFrom, validTo }: Decision): readonly LineItem[] => {
  const t = usePersonalText();
  const { money, longDate } = useFormatters();
  const facts: LineItem[] = [];
  if (amount !== null) facts.push({ id: 'amount', term: t('case.decision.amount'), value: money(amount) });
  if (validFrom !== null && validTo !== null) {
    const value = t('case.decision.period.value', { from: longDate(validFrom), to: longDate(validTo) });
    facts.push({ id: 'period', term: t('case.decision.period'), value });
  }
  if (validFrom !== null && validTo === null)
    facts.push({ id: 'from', term: t('case.decision.from'), value: longDate(validFrom) });
  return facts;
};

/** By these ways nobody applies: what comes of them was not asked for, and is neither granted nor refused to whom it is about. */
const unasked: readonly CaseView['channel'][] = ['exOfficio', 'api', 'case', 'schedule'];

const titleOf = (outcome: (typeof outcomes)[number], channel: CaseView['channel']) =>
  unasked.includes(channel) && (outcome === 'granted' || outcome === 'refused') ? 'made' : outcome;

interface OneDecisionProps {
  readonly decision: Decision;
  readonly channel: CaseView['channel'];
}

const OneDecision = ({ decision, channel }: OneDecisionProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const facts = useFacts(decision);
  const outcome = outcomes.find((known) => known === decision.outcome) ?? 'closed';
  const title = titleOf(outcome, channel);
  const titleId = `decision-${decision.id}`;
  return (
    <section className={`portal-decision portal-decision--${title}`} aria-labelledby={titleId}>
      <h2 id={titleId}>{t(`case.decision.${title}`)}</h2>
      <p className="iris-muted">{t('case.decision.at', { at: longDate(decision.decidedAt) })}</p>
      {facts.length > 0 && <SummaryList items={facts} />}
      {decision.grounds.length > 0 && (
        <div className="iris-stack iris-stack--tight">
          <h3>{t('case.decision.grounds')}</h3>
          <ul className="portal-bullets">
            {decision.grounds.map(({ code, text }) => (
              <li key={code}>{read(text)}</li>
            ))}
          </ul>
        </div>
      )}
      {outcome !== 'withdrawn' && <p>{t('case.decision.remedies')}</p>}
    </section>
  );
};

/** What was decided and why. */
export const CaseDecision = ({ view }: { readonly view: CaseView }) =>
  view.decisions.map((decision) => <OneDecision key={decision.id} decision={decision} channel={view.channel} />);
