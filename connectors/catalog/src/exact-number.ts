/** More digits would be rounded. */
const MOST_DIGITS = 15;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** A number that others wrote; the text itself where it is none or has more digits than a number keeps. */
export const exactNumber = (text: string): number | string =>
  !NUMBER.test(text) || text.replaceAll(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS ? text : Number(text);
