import type { OwedView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { Button, type LineItem, Notice, SummaryList, useToast } from '@irisflow/ui';
import { usePaymentText } from './payment-texts.ts';
import { TransferCode } from './TransferCode.tsx';

interface CopiedProps {
  readonly name: string;
  readonly text: string;
}

/** A value that people take over into their bank’s pages to the letter. */
const Copied = ({ name, text }: CopiedProps) => {
  const t = usePaymentText();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied', { name }));
    } catch {
      // Some browsers forbid it; the text can still be marked and copied by hand.
      toast(t('copied.not'));
    }
  };
  return (
    <span className="portal-copied">
      <span className="portal-copied__text">{text}</span>
      <Button size="small" tone="quiet" aria-label={t('copy', { name })} onClick={() => void copy()}>
        {t('copy.short')}
      </Button>
    </span>
  );
};

/** To whom, how much, and what to write with it. */
export const HowToPay = ({ payment }: { readonly payment: OwedView }) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const { payee, rest, next, communication, transfer } = payment;
  if (payee === null) return <Notice tone="info">{t('how.unknown')}</Notice>;
  const items: LineItem[] = [
    { id: 'payee', term: t('payee'), value: payee.name },
    { id: 'iban', term: t('iban'), value: <Copied name={t('iban')} text={payee.iban} /> },
    { id: 'amount', term: t('amount'), value: amountText(next?.amount ?? rest) },
    {
      id: 'communication',
      term: t('communication'),
      value: <Copied name={t('communication')} text={communication} />,
    },
  ];
  return (
    <section className="iris-stack" aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <p>{t('how.text')}</p>
      <SummaryList items={items} />
      {transfer !== null && <TransferCode transfer={transfer} />}
    </section>
  );
};
