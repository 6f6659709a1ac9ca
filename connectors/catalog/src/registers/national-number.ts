import { bpmnError } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

/** A national number as people write it: eleven digits, with or without the usual dots and dash. */
export const NationalNumber = Type.String({ pattern: '^\\d{2}\\.?\\d{2}\\.?\\d{2}-?\\d{3}\\.?\\d{2}$' });

/** The eleven digits; throws `ID_UNKNOWN` when the check digits are wrong, for then nobody can have this number. */
export const readNationalNumber = (written: string): string => {
  const digits = written.replace(/\D/g, '');
  const stem = digits.slice(0, 9);
  const check = Number(digits.slice(9));
  // The century is not in the number: people born from 2000 on are counted with a 2 in front.
  const isValid = [stem, `2${stem}`].some((number) => 97 - (Number(number) % 97) === check);
  if (!isValid)
    throw bpmnError('ID_UNKNOWN', 'Expected a national number with valid check digits, but they are wrong.');
  return digits;
};
