import { bpmnError } from '@irisflow/connector-sdk';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { Type } from 'typebox';

/** The number of who holds something, a person or a company, as people write it. */
export const HolderNumber = Type.String({ minLength: 10, maxLength: 16 });

/** Eleven digits of a person or ten of a company; throws `ID_UNKNOWN` when it is neither. */
export const readHolderNumber = (written: string): string => {
  const person = nationalNumber.check(written);
  if (person.ok) return person.value;
  const company = enterpriseNumber.check(written);
  if (company.ok) return company.value;
  throw bpmnError('ID_UNKNOWN', `Expected the number of a person or of a company, but it is neither.`);
};
