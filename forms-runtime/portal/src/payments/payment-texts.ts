import { useFormatters, useTranslator } from '@irisflow/ui';
import en from './payment.en.json';
import fr from './payment.fr.json';
import nl from './payment.nl.json';

/** What the pages of payments say; it comes with them. */
export const paymentTexts = { fr, nl, en };

export const usePaymentText = () => useTranslator<keyof typeof fr>(paymentTexts);

/** An amount as it comes, `125.00`, the way the reader writes it. */
export const useAmountText = (): ((amount: string) => string) => {
  const { money } = useFormatters();
  return (amount) => money(Number(amount));
};

/** Whether there is anything of an amount as it comes. */
export const isSome = (amount: string): boolean => /[1-9]/.test(amount);
