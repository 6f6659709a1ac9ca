/** The last comma or point before the final digits separates the decimals; any other only groups thousands. */
const asDecimal = (text: string): string => {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (at === -1) return text;
  const whole = text.slice(0, at);
  const isGrouping = whole.includes(text.charAt(at));
  const digits = whole.replace(/[.,]/g, '');
  return isGrouping ? `${digits}${text.slice(at + 1)}` : `${digits}.${text.slice(at + 1)}`;
};

/** So many digits are the same number for everybody who reads them; of more, the last ones may change. */
const MAX_DIGITS = 15;

const digitsIn = (decimal: string): number => decimal.replace(/\D/g, '').replace(/^0+/, '').length;

/**
 * Reads what a person typed as a number, the Belgian or the English way: `1.234,56`, `1,234.56`, `1 234,56`. A number that
 * would lose digits stays the text that was typed.
 */
export const parseNumber = (text: string): number | undefined => {
  const decimal = asDecimal(text.replace(/[\s\u00a0\u202f€]/g, ''));
  return /^-?\d+(\.\d*)?$/.test(decimal) && digitsIn(decimal) <= MAX_DIGITS ? Number(decimal) : undefined;
};
