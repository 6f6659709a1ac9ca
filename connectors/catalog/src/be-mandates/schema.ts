import { Type, type Static } from 'typebox';

import { EnterpriseNumber } from '../registers/enterprise-number.ts';
import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({
  nationalNumber: NationalNumber,
  enterpriseNumber: EnterpriseNumber,
  /** What the mandate has to be good for. */
  scope: Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' }),
});

export const Output = Type.Object({
  /** Whether the person may act for the company in this matter today. */
  mayAct: Type.Boolean(),
  /** As what: by law, or because somebody who may gave a mandate. */
  as: Type.Enum(['legalRepresentative', 'mandatary', 'nobody']),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
