import { Type, type Static } from 'typebox';

import { LocalizedName, RegisterAddress } from '../registers/register-address.ts';

const Text = Type.String({ minLength: 1, maxLength: 200 });

export const Input = Type.Object({
  street: Text,
  houseNumber: Text,
  boxNumber: Type.Optional(Text),
  postCode: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
  municipality: Type.Optional(Text),
});

export const Output = Type.Object({
  addressId: Type.String(),
  ...RegisterAddress.properties,
  /** Decided by the commune, not by the post code: the two do not share their borders. */
  isInRegion: Type.Boolean(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;

const Reference = Type.Object({ href: Type.String() });

/** What the address search sends: items that refer to embedded streets, communes and post codes. */
export const WireAddresses = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      houseNumber: Type.String(),
      boxNumber: Type.Optional(Type.String()),
      status: Type.String(),
      hasStreetName: Reference,
      hasMunicipality: Reference,
      hasPostalInfo: Reference,
    }),
  ),
  embedded: Type.Record(
    Type.String(),
    Type.Object({
      name: Type.Optional(LocalizedName),
      nisCode: Type.Optional(Type.String()),
      postCode: Type.Optional(Type.String()),
    }),
  ),
});

export type WireAddresses = Static<typeof WireAddresses>;
