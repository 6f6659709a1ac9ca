import { Type } from 'typebox';

/** A name of a place in the two languages of the Region. */
export const LocalizedName = Type.Object({ fr: Type.String(), nl: Type.String() });

/** A postal address as the registers give it. */
export const RegisterAddress = Type.Object({
  street: LocalizedName,
  houseNumber: Type.String(),
  boxNumber: Type.Optional(Type.String()),
  postCode: Type.String(),
  municipality: LocalizedName,
  nisCode: Type.String(),
});
