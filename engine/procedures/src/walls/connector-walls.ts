import {
  everyRow,
  may,
  mayAdd,
  mayRead,
  mayDoAll,
  ofAdministration,
  ofPlatformFor,
  setting,
  type Wall,
} from '@irisflow/access';
import type { ProceduresTables as Tables } from '../storage/tables.gen.ts';

/** Whoever draws procedures sees what they may use: what their own administration has, and what the platform gives to all. */
const usable = `${ofAdministration('designs')} or ${ofPlatformFor('designs')}`;

/** A type that an administration owns begins with its key. */
const ofOwnPrefix = `not exists (select from unnest(types) as t (type) where not starts_with(t.type, administration || '.'))`;

const ownToken = `id = ${setting('token')}`;
/** What the holder of a token may say is said of its own types, in the name of whoever the token belongs to. */
const ofOwnTypes = `exists (select from casework.connector_token t
  where t.id = ${setting('token')} and connector_registration.type = any(t.types)
    and t.administration is not distinct from connector_registration.administration)`;
const inOwnName = `token_id = ${setting('token')} and ${ofOwnTypes}`;
const ofOwnAdministration = `token_id in (select t.id from casework.connector_token t where t.administration = ${setting('administers')})`;

/** Connectors that others run. Which token has which hash, only the door learns. */
export const connectorWalls = {
  connector_token: {
    staff: [
      mayRead(usable),
      mayAdd(`${ofAdministration('administers')} and ${ofOwnPrefix}`),
      may(['update'], ofAdministration('administers'), `${ofAdministration('administers')} and ${ofOwnPrefix}`),
    ],
    connectorToken: [mayRead(ownToken)],
    admission: [may(['select', 'update'], everyRow)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    // What goes live has to find its connectors.
    publications: [mayRead(everyRow)],
  },
  connector_token_secret: {
    staff: [mayAdd(ofOwnAdministration)],
    admission: [mayRead(everyRow)],
    operator: [mayAdd(everyRow)],
  },
  connector_registration: {
    staff: [mayRead(usable)],
    connectorToken: [mayRead(ofOwnTypes), mayAdd(inOwnName), may(['update'], ofOwnTypes, inOwnName)],
    operator: [mayDoAll(everyRow)],
    publications: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
