import type { PayoutView } from '@irisflow/client';
import { useAmountText, useLocalized } from '@irisflow/frame';
import { StatusTag, type TagTone, useFormatters } from '@irisflow/ui';
import { usePaymentText } from './payment-texts.ts';

/** What of the work behind it concerns whoever gets the money. */
type Stage = 'coming' | 'executed' | 'rejected';

const stageOf = ({ state }: PayoutView): Stage => (state === 'executed' || state === 'rejected' ? state : 'coming');

const tones: Readonly<Record<Stage, TagTone>> = { coming: 'accent', executed: 'success', rejected: 'danger' };

const useWords = ({ amount, dueOn, endedOn, state }: PayoutView): string => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  if (state === 'rejected') return t('payouts.rejected', { amount: amountText(amount) });
  if (state === 'executed') return t('payouts.done', { amount: amountText(amount), day: longDate(endedOn ?? dueOn) });
  return t('payouts.soon', { amount: amountText(amount), day: longDate(dueOn) });
};

const Row = ({ payout }: { readonly payout: PayoutView }) => {
  const t = usePaymentText();
  const read = useLocalized();
  const stage = stageOf(payout);
  return (
    <li className="portal-row">
      <div className="portal-row__text">
        <h3 className="portal-row__title">{read(payout.label)}</h3>
        <p>{useWords(payout)}</p>
        {payout.iban !== null && <p className="iris-muted">{t('payouts.to', { iban: payout.iban })}</p>}
      </div>
      <StatusTag tone={tones[stage]}>{t(`payouts.state.${stage}`)}</StatusTag>
    </li>
  );
};

/** What I get or got from administrations; what was taken back before it left concerns nobody. */
export const Payouts = ({ payouts }: { readonly payouts: readonly PayoutView[] }) => {
  const t = usePaymentText();
  const shown = payouts.filter(({ state }) => state !== 'canceled');
  if (shown.length === 0) return null;
  return (
    <section className="iris-stack" aria-labelledby="payouts">
      <h2 id="payouts">{t('payouts')}</h2>
      <ul className="portal-rows">
        {shown.map((payout) => (
          <Row key={payout.id} payout={payout} />
        ))}
      </ul>
    </section>
  );
};
