import type { StatementSummary } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { useMoneyText } from './money-texts.ts';

/** What does not follow from the statement before, each a sentence. */
export const useGapsOf = () => {
  const t = useMoneyText();
  const amountText = useAmountText();
  return ({ missingBefore, otherBalance, opening }: StatementSummary): string[] => [
    ...(missingBefore > 0 ? [t.plural('gap.missing', missingBefore)] : []),
    ...(otherBalance !== null && opening !== null
      ? [t('gap.balance', { before: amountText(otherBalance), opening: amountText(opening) })]
      : []),
  ];
};
