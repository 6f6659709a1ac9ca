import type { CaseDecision, CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters, type TagTone } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';

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

const Decision = ({ decision }: { readonly decision: CaseDecision }) => {
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
    </li>
  );
};

/** What was decided in a case. */
export const Decisions = ({ file }: { readonly file: CaseView }) => (
  <ul className="desk-exchanges">
    {file.decisions.map((decision) => (
      <Decision key={decision.id} decision={decision} />
    ))}
  </ul>
);
