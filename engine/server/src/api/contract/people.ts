import {
  AdministrationDetail,
  AdministrationSummary,
  InvitationView,
  PlainKey,
  Role,
  StaffView,
} from '@irisflow/access';
import { OpaqueId, nullable, pageOf } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, operationsOf, signInLimit } from './operation.ts';

const search = Type.Optional(Type.String({ maxLength: 200 }));
const paging = {
  cursor: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
const short = Type.String({ minLength: 1, maxLength: 200 });
const name = Type.Object({ fr: short, nl: short, en: short });
const grant = {
  /** Null for administrators of the platform. */
  administration: nullable(Type.String()),
  roles: Type.Array(Role, { maxItems: Role.anyOf.length }),
  groups: Type.Array(PlainKey, { maxItems: 50 }),
};
const byAdministration = Type.Object({ administration: PlainKey });
const byKey = Type.Object({ administration: PlainKey, key: PlainKey });
const byPerson = Type.Object({ personId: OpaqueId });

export const peopleOperations = operationsOf({
  redeemFirstAdministrator: {
    method: 'POST',
    path: '/api/administration/first',
    summary: 'Makes me the first administrator of the platform, for the token that its start printed.',
    access: 'signedIn',
    limit: signInLimit,
    body: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: 'none',
  },
  listAdministrations: {
    method: 'GET',
    path: '/api/administrations',
    summary: 'The administrations that I administer.',
    access: administrators,
    query: Type.Object({ search, ...paging }),
    reply: pageOf(AdministrationSummary),
  },
  createAdministration: {
    method: 'POST',
    path: '/api/administrations',
    summary: 'Adds an administration. For administrators of the platform.',
    access: administrators,
    body: Type.Object({ key: PlainKey, name }),
    reply: AdministrationDetail,
  },
  getAdministration: {
    method: 'GET',
    path: '/api/administrations/{administration}',
    summary: 'An administration with its services and groups.',
    access: administrators,
    params: byAdministration,
    reply: AdministrationDetail,
  },
  renameAdministration: {
    method: 'PUT',
    path: '/api/administrations/{administration}',
    summary: 'Renames an administration. For administrators of the platform.',
    access: administrators,
    params: byAdministration,
    body: Type.Object({ name }),
    reply: AdministrationDetail,
  },
  saveService: {
    method: 'PUT',
    path: '/api/administrations/{administration}/services/{key}',
    summary: 'Adds a service, or renames it.',
    access: administrators,
    params: byKey,
    body: Type.Object({ name }),
    reply: AdministrationDetail,
  },
  deleteService: {
    method: 'DELETE',
    path: '/api/administrations/{administration}/services/{key}',
    summary: 'Takes away a service that has no groups.',
    access: administrators,
    params: byKey,
    reply: AdministrationDetail,
  },
  saveGroup: {
    method: 'PUT',
    path: '/api/administrations/{administration}/groups/{key}',
    summary: 'Adds a group, or renames it.',
    access: administrators,
    params: byKey,
    body: Type.Object({ name, service: nullable(PlainKey) }),
    reply: AdministrationDetail,
  },
  deleteGroup: {
    method: 'DELETE',
    path: '/api/administrations/{administration}/groups/{key}',
    summary: 'Takes away a group that nobody is in.',
    access: administrators,
    params: byKey,
    reply: AdministrationDetail,
  },
  listStaff: {
    method: 'GET',
    path: '/api/staff',
    summary: 'Who works in the administrations that I administer.',
    access: administrators,
    query: Type.Object({ administration: Type.Optional(PlainKey), search, role: Type.Optional(Role), ...paging }),
    reply: pageOf(StaffView),
  },
  changeStaff: {
    method: 'PUT',
    path: '/api/staff/{personId}',
    summary: 'Gives somebody other roles and groups, and ends their sessions.',
    access: administrators,
    params: byPerson,
    body: Type.Object(grant),
    reply: StaffView,
  },
  removeStaff: {
    method: 'DELETE',
    path: '/api/staff/{personId}',
    summary: 'Takes somebody out of their administration, and ends their sessions.',
    access: administrators,
    params: byPerson,
    reply: 'none',
  },
  listInvitations: {
    method: 'GET',
    path: '/api/invitations',
    summary: 'Who is invited and did not sign in yet.',
    access: administrators,
    query: Type.Object({ administration: Type.Optional(PlainKey) }),
    reply: Type.Array(InvitationView),
  },
  invite: {
    method: 'POST',
    path: '/api/invitations',
    summary: 'Promises roles to somebody, by e-mail or by issuer and subject; they get them when they sign in.',
    access: administrators,
    body: Type.Object({
      ...grant,
      email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
      issuer: Type.Optional(short),
      subject: Type.Optional(short),
    }),
    reply: InvitationView,
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/api/invitations/{invitationId}',
    summary: 'Takes an invitation back.',
    access: administrators,
    params: Type.Object({ invitationId: OpaqueId }),
    reply: 'none',
  },
});
