import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { grantAuthorization } from './grant-authorization.ts';
import { listAuthorizations } from './list-authorizations.ts';
import { listDeclaredSources } from './list-declared-sources.ts';
import { listProcessing } from './list-processing.ts';
import { revokeAuthorization } from './revoke-authorization.ts';
import { seedAuthorizations } from './seed-authorizations.ts';

export const authorizationsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    grantAuthorization,
    listAuthorizations,
    listDeclaredSources,
    listProcessing,
    revokeAuthorization,
    seedAuthorizations,
  });
