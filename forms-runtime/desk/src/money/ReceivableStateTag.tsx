import type { ReceivableSummary } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useMoneyText } from './money-texts.ts';

const tones: Readonly<Record<ReceivableSummary['state'], TagTone>> = {
  open: 'accent',
  partlyPaid: 'accent',
  paid: 'success',
  overpaid: 'warning',
  overdue: 'danger',
  inInstallments: 'accent',
  writtenOff: 'neutral',
  canceled: 'neutral',
};

/** Where a receivable stands, as the books and the day say. */
export const ReceivableStateTag = ({ state }: Pick<ReceivableSummary, 'state'>) => {
  const t = useMoneyText();
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
};
