import { Type, type Static } from 'typebox';

import { EnterpriseNumber } from '../registers/enterprise-number.ts';
import { LocalizedName, RegisterAddress } from '../registers/register-address.ts';

export const Input = Type.Object({ enterpriseNumber: EnterpriseNumber });

const Period = { from: Type.String(), to: Type.Optional(Type.String()) };

export const Output = Type.Object({
  enterpriseNumber: Type.String(),
  kind: Type.Enum(['naturalPerson', 'legalPerson']),
  status: Type.Enum(['active', 'stopped']),
  ...Period,
  /** In the language that is missing, what stands in the other one. */
  name: LocalizedName,
  /** A natural person has none. */
  legalForm: Type.Optional(Type.Object({ code: Type.String(), name: LocalizedName })),
  situation: Type.Object({ code: Type.Enum(['normal', 'bankruptcy', 'dissolution']), from: Type.String() }),
  /** Of the seat. */
  address: RegisterAddress,
  /** Activities by their code of the NACE-BEL list of 2025, the main one first. */
  activities: Type.Array(Type.Object({ naceCode: Type.String(), isMain: Type.Boolean() })),
  /** Who may act for the company, or did. */
  functions: Type.Array(
    Type.Object({
      role: Type.Enum(['director', 'dailyManager', 'representative', 'founder']),
      nationalNumber: Type.Optional(Type.String()),
      lastName: Type.String(),
      firstName: Type.String(),
      ...Period,
    }),
  ),
  establishments: Type.Array(
    Type.Object({ number: Type.String(), name: LocalizedName, address: RegisterAddress, from: Type.String() }),
  ),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
