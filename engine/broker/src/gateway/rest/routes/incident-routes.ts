import type { IncidentKey } from '@irisflow/protocol';
import { incidents } from '../../../storage/search/nouns/incident.ts';
import { keyOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, type Route, route } from '../route.ts';
import { Nothing } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

const resolve = route('POST', '/incidents/:key/resolution', Nothing, async (call, { engine }) => {
  const incidentKey = keyOf<IncidentKey>(call);
  replyOf('resolveIncident', await engine.submit<'resolveIncident'>({ kind: 'resolveIncident', incidentKey }));
  return noContent;
});

export const incidentRoutes: readonly Route[] = [
  searchRoute('/incidents/search', { noun: () => incidents }),
  findRoute('/incidents', { noun: incidents, called: 'incident' }),
  resolve,
];
