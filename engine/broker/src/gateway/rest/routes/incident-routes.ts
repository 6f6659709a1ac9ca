import type { IncidentKey } from '@irisflow/protocol';
import { incidents } from '../../../storage/search/nouns/incident.ts';
import { givesNothing } from '../answer.ts';
import { keyOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, type Route, route } from '../route.ts';
import { Nothing } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

const resolveTraits = {
  summary: 'Lets the element go on, after what kept it was mended.',
  body: Nothing,
  answer: givesNothing,
};

const resolve = route('POST /incidents/:key/resolution', resolveTraits, async (call, { engine }) => {
  const incidentKey = keyOf<IncidentKey>(call);
  replyOf('resolveIncident', await engine.submit<'resolveIncident'>({ kind: 'resolveIncident', incidentKey }));
  return noContent;
});

export const incidentRoutes: readonly Route[] = [
  searchRoute('/incidents/search', { summary: 'Finds incidents.', noun: incidents }),
  findRoute('/incidents', { summary: 'Shows one incident.', noun: incidents, called: 'incident' }),
  resolve,
];
