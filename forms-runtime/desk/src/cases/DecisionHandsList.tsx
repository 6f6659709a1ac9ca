import type { DecisionHands } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';

type Hand = DecisionHands['hands'][number];

const verdictOf = ({ isKeptApart, hands }: DecisionHands): DeskKey => {
  if (!isKeptApart) return 'hands.same';
  return hands.length === 1 ? 'hands.alone' : 'hands.apart';
};

const HandLine = ({ hand }: { readonly hand: Hand }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const { act, label, name, onBehalfOf, doneAt, ofCase, decidedToo } = hand;
  return (
    <li>
      {t(`hands.${act}`)} · <strong>{name}</strong>
      {onBehalfOf !== null && `, ${t('hands.onBehalfOf', { name: onBehalfOf })}`} · {read(label)} · {dateTime(doneAt)}
      {ofCase !== null && ` · ${t('hands.ofCase', { reference: ofCase })}`}
      {decidedToo && (
        <>
          {' '}
          <StatusTag tone="warning">{t('hands.decidedToo')}</StatusTag>
        </>
      )}
    </li>
  );
};

/** Who inspected, heard, advised, proposed and decided, and whether whoever decided did nothing else of it. */
export const DecisionHandsList = ({ hands }: { readonly hands: DecisionHands }) => {
  const t = useDeskText();
  return (
    <details>
      <summary>
        {t('hands.title')} · {t(verdictOf(hands))}
      </summary>
      <ul>
        {hands.hands.map((hand) => (
          <HandLine key={`${hand.act} ${hand.name} ${hand.doneAt}`} hand={hand} />
        ))}
      </ul>
    </details>
  );
};
