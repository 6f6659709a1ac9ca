import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';
import { RegisterAddress } from '../registers/register-address.ts';

export const Input = Type.Object({ nationalNumber: NationalNumber });

const Identity = {
  nationalNumber: Type.String(),
  lastName: Type.String(),
  firstName: Type.String(),
  birthDate: Type.String(),
};

export const Output = Type.Object({
  ...Identity,
  registerType: Type.String(),
  gender: Type.Enum(['F', 'M', 'X']),
  civilStatus: Type.String(),
  nationality: Type.String(),
  language: Type.Optional(Type.String()),
  isDeceased: Type.Boolean(),
  address: RegisterAddress,
  household: Type.Object({
    referenceNumber: Type.String(),
    /** Living members from 18 years on, at the day of the consultation. */
    adults: Type.Integer(),
    children: Type.Integer(),
    members: Type.Array(
      Type.Object({
        ...Identity,
        relation: Type.String(),
        isAdult: Type.Boolean(),
        isDeceased: Type.Boolean(),
      }),
    ),
  }),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;

const WireIdentity = {
  ssin: Type.String(),
  name: Type.Object({ last: Type.String(), first: Type.Array(Type.String()) }),
  birthDate: Type.String(),
  deceasedOn: Type.Optional(Type.String()),
};

/** What the register sends. */
export const WirePerson = Type.Object({
  ...WireIdentity,
  gender: Type.Integer(),
  registerType: Type.String(),
  nationality: Type.String(),
  civilState: Type.Object({ code: Type.String() }),
  language: Type.Optional(Type.String()),
  address: RegisterAddress,
  household: Type.Object({
    referenceSsin: Type.String(),
    members: Type.Array(Type.Object({ ...WireIdentity, relation: Type.String() })),
  }),
});

export type WirePerson = Static<typeof WirePerson>;
