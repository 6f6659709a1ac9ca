import { Type, type Static } from 'typebox';
import { Role } from './person.ts';
import { Instant, LocalizedText, nullable } from '@irisflow/foundation';

/** Key of an administration, a service or a group: it stands in addresses and in procedures. */
export const PlainKey = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' });

/** One administration in the list. */
export const AdministrationSummary = Type.Object({
  key: Type.String(),
  name: LocalizedText,
  people: Type.Integer({ minimum: 0 }),
});
export type AdministrationSummary = Static<typeof AdministrationSummary>;

export const ServiceView = Type.Object({ key: Type.String(), name: LocalizedText });
export type ServiceView = Static<typeof ServiceView>;

export const GroupView = Type.Object({ key: Type.String(), name: LocalizedText, service: nullable(Type.String()) });
export type GroupView = Static<typeof GroupView>;

/** An administration with its services and the groups that take its tasks. */
export const AdministrationDetail = Type.Object({
  key: Type.String(),
  name: LocalizedText,
  services: Type.Array(ServiceView),
  groups: Type.Array(GroupView),
});
export type AdministrationDetail = Static<typeof AdministrationDetail>;

/** Somebody who works here, as their administrator sees them. */
export const StaffView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: nullable(Type.String()),
  /** Null for administrators of the platform. */
  administration: nullable(Type.String()),
  roles: Type.Array(Role),
  groups: Type.Array(Type.String()),
  /** Roles from the provider cannot be changed here: its next claims would undo it. */
  rolesFrom: Type.Union([Type.Literal('here'), Type.Literal('provider')]),
  isMe: Type.Boolean(),
});
export type StaffView = Static<typeof StaffView>;

/** Somebody who gets their roles when they sign in for the first time. */
export const InvitationView = Type.Object({
  id: Type.String(),
  administration: nullable(Type.String()),
  email: nullable(Type.String()),
  issuer: nullable(Type.String()),
  subject: nullable(Type.String()),
  roles: Type.Array(Role),
  groups: Type.Array(Type.String()),
  expiresAt: Instant,
});
export type InvitationView = Static<typeof InvitationView>;
