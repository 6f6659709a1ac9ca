import type { CaseDecision, CaseView, DecisionHands } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters, type TagTone } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { DecisionHandsList } from './DecisionHandsList.tsx';
import { useDecisionHands } from './use-decision-hands.ts';

interface OutcomeWords {
  readonly text: DeskKey;
  readonly tone: TagTone;
}

const outcomes: Readonly<Record<string, OutcomeWords>> = {
  granted: { text: 'status.granted', tone: 'success' },
  refused: { text: 'status.refused', tone: 'danger' },
  inadmissible: { text: 'status.inadmissible', tone: 'danger' },
  withdrawn: { text: 'status.withdrawn', tone: 'neutral' },
  closed: { text: 'status.closed', tone: 'neutral' },
};

interface DecisionProps {
  readonly decision: CaseDecision;
  /** Undefined where nobody decided, or before it is known who. */
  readonly hands: DecisionHands | undefined;
}

const Decision = ({ decision, hands }: DecisionProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, money, date } = useFormatters();
  const { outcome, decidedAt, decidedBy, amount, validFrom, grounds } = decision;
  const words = outcomes[outcome];
  return (
    <li className="desk-exchange">
      <p className="iris-row">
        <StatusTag tone={words?.tone ?? 'accent'}>{words === undefined ? outcome : t(words.text)}</StatusTag>
        {amount !== null && <strong>{money(amount)}</strong>}
        {validFrom !== null && <span>{t('decision.from', { date: date(validFrom) })}</span>}
      </p>
      <p className="iris-muted">
        {dateTime(decidedAt)}
        {decidedBy !== null && ` · ${decidedBy}`}
      </p>
      {grounds.length > 0 && (
        <ul>
          {grounds.map(({ code, text }) => (
            <li key={code}>
              {code} · {read(text)}
            </li>
          ))}
        </ul>
      )}
      {hands !== undefined && <DecisionHandsList hands={hands} />}
    </li>
  );
};

/** What was decided in a case, and who had a hand in it. */
export const Decisions = ({ file }: { readonly file: CaseView }) => {
  const { data: hands = [] } = useDecisionHands(file.id, file.decisions.length);
  return (
    <ul className="desk-exchanges">
      {file.decisions.map((decision) => (
        <Decision
          key={decision.id}
          decision={decision}
          hands={hands.find(({ decisionId }) => decisionId === decision.id)}
        />
      ))}
    </ul>
  );
};
