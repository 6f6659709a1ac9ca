import { DemoPersonView, OpenSessionView } from '@irisflow/access';
import { SessionView } from '@irisflow/parties';
import { OpaqueId, nullable } from '@irisflow/foundation';
import { Type } from 'typebox';
import { operationsOf, signInLimit } from './operation.ts';

export const sessionOperations = operationsOf({
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and how one can sign in.',
    access: 'public',
    reply: SessionView,
  },
  listDemoPeople: {
    method: 'GET',
    path: '/api/session/demo-people',
    summary: 'The people of the demonstration. Refused in production.',
    access: 'public',
    reply: Type.Array(DemoPersonView),
  },
  signInAsDemoPerson: {
    method: 'POST',
    path: '/api/session/demo',
    summary: 'Signs in as one of the demonstration people. Refused in production.',
    access: 'public',
    limit: signInLimit,
    body: Type.Object({ personId: Type.String() }),
    reply: SessionView,
  },
  actFor: {
    method: 'PUT',
    path: '/api/session/acting',
    summary: 'Says for whom this session acts from now on: under one of my mandates, or null for myself.',
    access: ['citizen'],
    body: Type.Object({ mandateId: Type.Union([OpaqueId, Type.Null()]) }),
    reply: SessionView,
  },
  startOidcSignIn: {
    method: 'GET',
    path: '/api/session/oidc',
    summary: 'Sends the browser to the identity provider. Refused on the way from another site.',
    access: 'public',
    limit: signInLimit,
    isOfOwnPages: true,
    query: Type.Object({
      returnTo: Type.Optional(Type.String()),
      /** Asks for the assurance of staff wherever one comes from, or for a level that a procedure asks for. */
      assurance: Type.Optional(
        Type.Union([Type.Literal('citizen'), Type.Literal('staff'), Type.Literal('substantial'), Type.Literal('high')]),
      ),
    }),
    reply: 'redirect',
  },
  finishOidcSignIn: {
    method: 'GET',
    path: '/api/session/oidc/callback',
    summary: 'Where the identity provider sends the browser back to.',
    access: 'public',
    limit: signInLimit,
    query: Type.Object(
      { code: Type.Optional(Type.String()), state: Type.Optional(Type.String()), error: Type.Optional(Type.String()) },
      { additionalProperties: true },
    ),
    reply: 'redirect',
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Ends the session, and says where one signs out at the identity provider.',
    access: 'signedIn',
    query: Type.Object({ returnTo: Type.Optional(Type.String()) }),
    reply: Type.Object({ location: nullable(Type.String()) }),
  },
  finishSignOut: {
    method: 'GET',
    path: '/api/session/oidc/signed-out',
    summary: 'Where the identity provider sends the browser back to after a sign-out.',
    access: 'public',
    query: Type.Object({ state: Type.Optional(Type.String()) }, { additionalProperties: true }),
    reply: 'redirect',
  },
  listMySessions: {
    method: 'GET',
    path: '/api/my/sessions',
    summary: 'Where I am signed in.',
    access: 'signedIn',
    reply: Type.Array(OpenSessionView),
  },
  endMySession: {
    method: 'DELETE',
    path: '/api/my/sessions/{sessionId}',
    summary: 'Ends one of my sessions.',
    access: 'signedIn',
    params: Type.Object({ sessionId: OpaqueId }),
    reply: 'none',
  },
  endMyOtherSessions: {
    method: 'DELETE',
    path: '/api/my/sessions',
    summary: 'Ends all my sessions but this one.',
    access: 'signedIn',
    reply: 'none',
  },
});
