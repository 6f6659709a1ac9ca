import { bpmnError } from '@irisflow/connector-sdk';
import { enterpriseNumber } from '@irisflow/identifiers';
import { Type } from 'typebox';

/** The number of a company as people write it: ten digits, with or without dots, or as a VAT number. */
export const EnterpriseNumber = Type.String({ pattern: '^(BE\\s?)?[01]\\d{3}\\.?\\d{3}\\.?\\d{3}$' });

/** The ten digits; throws `ID_UNKNOWN` when the check digits are wrong, for then no company can have this number. */
export const readEnterpriseNumber = (written: string): string => {
  const checked = enterpriseNumber.check(written);
  if (checked.ok) return checked.value;
  throw bpmnError('ID_UNKNOWN', `Expected the number of a company, but it is none: ${checked.refusal.code}.`);
};
