import { bpmnError } from '@irisflow/connector-sdk';
import { nationalNumber } from '@irisflow/identifiers';
import { Type } from 'typebox';

/** A national number as people write it: eleven digits, with or without the usual dots and dash. */
export const NationalNumber = Type.String({ pattern: '^\\d{2}\\.?\\d{2}\\.?\\d{2}-?\\d{3}\\.?\\d{2}$' });

/** The eleven digits; throws `ID_UNKNOWN` when the check digits are wrong, for then nobody can have this number. */
export const readNationalNumber = (written: string): string => {
  const checked = nationalNumber.check(written);
  if (checked.ok) return checked.value;
  throw bpmnError('ID_UNKNOWN', `Expected the number of a person, but it is none: ${checked.refusal.code}.`);
};
