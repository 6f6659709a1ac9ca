import { useFormatters } from '@irisflow/ui';

/** Whether there is anything of an amount as it comes, `125.00`. */
export const isSome = (amount: string): boolean => /[1-9]/.test(amount);

/** An amount as it comes, the way the reader writes it. */
export const useAmountText = (): ((amount: string) => string) => {
  const { money } = useFormatters();
  return (amount) => money(Number(amount));
};
