const plain = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * An amount as the platform takes it, `125.00`. A number is read by the shortest text that stands for it, which is what was
 * written in the model up to fifteen digits; what has more than two decimals stays as it is, and the platform refuses it.
 */
export const amountText = (amount: string | number | undefined): string | undefined => {
  if (amount === undefined) return undefined;
  const text = String(amount).trim();
  const [, euros, cents = ''] = plain.exec(text) ?? [];
  return euros === undefined ? text : `${euros}.${cents.padEnd(2, '0')}`;
};
