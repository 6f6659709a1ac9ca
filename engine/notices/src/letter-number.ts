/** A barcode as it is kept: without the blanks with which it is printed, however it was typed. */
export const letterNumber = (typed: string): string => typed.replaceAll(/[\s.-]/g, '').toUpperCase();
