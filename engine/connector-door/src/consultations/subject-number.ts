/** A subject as registers write it: the digits of a number, whatever stands between them. */
export const subjectNumber = (written: string): string => written.replaceAll(/\D/g, '');
