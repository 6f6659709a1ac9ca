import type { ReceivableSummary } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { usePaymentText } from './payment-texts.ts';

type State = ReceivableSummary['state'];

const tones: Readonly<Record<State, TagTone>> = {
  open: 'accent',
  partlyPaid: 'accent',
  paid: 'success',
  overpaid: 'success',
  overdue: 'danger',
  inInstallments: 'accent',
  writtenOff: 'neutral',
  canceled: 'neutral',
};

/** Whether something is still to be paid. */
export const PaymentStateTag = ({ state }: { readonly state: State }) => {
  const t = usePaymentText();
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
};
