import { migrateCasework, openCasework, type Casework } from '@irisflow/platform';
import type { Database } from '@irisflow/database';
import { demoAdministrations } from '../demo/demo-staff.ts';
import { createPlatformApp } from '../http/create-platform-app.ts';
import type { StartedEngine } from '../start/start-engine.ts';
import type { StopStack } from '../start/stop-stack.ts';
import { createRandom, systemClock } from '../start/surroundings.ts';
import { givenPerson, type Visitor } from './visitor.ts';

export interface GivenPlatform {
  readonly casework: Casework;
  /** Handles and publishes. */
  readonly person: Visitor;
  readonly applicant: Visitor;
}

/** A platform on an engine that is already there, somebody who handles and publishes there, and somebody who applies. */
export const givenPlatform = async (
  { database, engine }: { readonly database: Database; readonly engine: StartedEngine },
  stops: StopStack,
): Promise<GivenPlatform> => {
  await migrateCasework(database);
  const casework = openCasework({
    database,
    engine,
    clock: systemClock,
    random: createRandom(),
    prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
    publicUrl: 'http://localhost',
    personalDataKey: new Uint8Array(32).fill(1),
  });
  stops.push('casework', () => casework.stop());
  await casework.identity.seedAdministrations(
    { kind: 'job', name: 'operator' },
    { administrations: demoAdministrations },
  );
  const app = await createPlatformApp({
    casework,
    database,
    publicUrl: 'http://localhost',
    isDemo: false,
    connectorToken: 'x',
    oidc: null,
    hostConnectors: [],
    elementTemplates: () => [],
    logLevel: 'silent',
    requestsPerMinute: Infinity,
    wrongTokensPerMinute: Infinity,
  });
  stops.push('app', () => app.close());
  const person = await givenPerson(app, casework, {
    name: 'Ina',
    roles: ['agent', 'analyst'],
    administration: 'brussels-housing',
  });
  // Nobody works on their own case.
  const applicant = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'] });
  return { casework, person, applicant };
};
