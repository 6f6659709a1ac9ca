import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({
  nationalNumbers: Type.Array(NationalNumber, { minItems: 1, maxItems: 20 }),
  incomeYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
});

export const Output = Type.Object({
  incomeYear: Type.Integer(),
  /** In which it was assessed: the year after the income. */
  assessmentYear: Type.Integer(),
  /** Joint and separate income of all persons, in euro. */
  total: Type.Number(),
  people: Type.Array(
    Type.Object({
      nationalNumber: Type.String(),
      jointTaxable: Type.Number(),
      separateTaxable: Type.Number(),
      /** With whom the joint income was assessed: it stands with whoever was asked about first, and is 0 here with the other. */
      jointAssessmentWith: Type.Optional(Type.String()),
    }),
  ),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
