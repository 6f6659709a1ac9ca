import { Type, type Static } from 'typebox';
import { Instant, Locale, LocalizedText, nullable } from '@irisflow/foundation';

export const Role = Type.Union([
  Type.Literal('citizen'),
  Type.Literal('agent'),
  Type.Literal('supervisor'),
  Type.Literal('analyst'),
  Type.Literal('administrator'),
  Type.Literal('auditor'),
  /** Keeps the books of an administration: what is owed to it, and what was paid. */
  Type.Literal('accountant'),
  /** Writes to many people at once in the name of an administration; a clerk beside. */
  Type.Literal('communicator'),
]);
export type Role = Static<typeof Role>;

export const AdministrationView = Type.Object({ key: Type.String(), name: LocalizedText });
export type AdministrationView = Static<typeof AdministrationView>;

/** Who is signed in. The national number never leaves the server. */
export const PersonView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Role),
  groups: Type.Array(Type.String()),
  language: Locale,
  administration: nullable(AdministrationView),
});
export type PersonView = Static<typeof PersonView>;

/** Whose session it is, and how one can sign in; null for visitors. */
export const AccountSession = Type.Object({
  person: nullable(PersonView),
  /** Sent back in the `x-csrf-token` header of every change. */
  csrfToken: nullable(Type.String()),
  signIn: Type.Object({ demo: Type.Boolean(), oidc: Type.Boolean() }),
});
export type AccountSession = Static<typeof AccountSession>;

export const DemoPersonView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Role),
  language: Locale,
  story: LocalizedText,
});
export type DemoPersonView = Static<typeof DemoPersonView>;

export const ColleagueView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Role),
  openTasks: Type.Integer(),
});
export type ColleagueView = Static<typeof ColleagueView>;

/** What people call the browser and the device of a session; null where we do not recognize it. */
export const DeviceView = Type.Object({ browser: nullable(Type.String()), system: nullable(Type.String()) });
export type DeviceView = Static<typeof DeviceView>;

/** One place where I am signed in. The id ends the session and is worth nothing else. */
export const OpenSessionView = Type.Object({
  id: Type.String(),
  device: DeviceView,
  since: Instant,
  lastSeenAt: Instant,
  isThisOne: Type.Boolean(),
});
export type OpenSessionView = Static<typeof OpenSessionView>;
