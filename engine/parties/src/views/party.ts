import { Type, type Static } from 'typebox';
import { Locale, nullable, OpaqueId } from '@irisflow/foundation';
import { PartyKind } from './mandate.ts';

export const ContactPoints = Type.Object({
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  address: nullable(Type.String()),
});
export type ContactPoints = Static<typeof ContactPoints>;

/** A person or a company as they see themselves. National numbers never leave the server. */
export const PartyView = Type.Object({
  id: OpaqueId,
  kind: PartyKind,
  name: Type.String(),
  enterpriseNumber: nullable(Type.String()),
  /** NIS code. */
  seatCommune: nullable(Type.String()),
  language: nullable(Locale),
  /** In which language one has to write to a company because of where its seat is; null where it chooses. */
  boundLanguage: nullable(Type.Union([Type.Literal('fr'), Type.Literal('nl')])),
  contact: ContactPoints,
  mayChange: Type.Boolean(),
});
export type PartyView = Static<typeof PartyView>;
