import type { CaseworkTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayRead,
  ofAdministration,
  ofConnectorAdministration,
  ofConnectorCase,
  ofOwnCase,
  setting,
  type Wall,
} from '@irisflow/access';

const standing = 'revoked_at is null';

/** Where its type begins in the reference of a connector. */
const TYPE_AT = 'connector:'.length + 1;

/** What is permitted of registers and other hosts, and about whom. */
export const registerWalls = {
  source_authorization: {
    // Whoever fills a form has a source asked about themselves.
    person: [mayRead(standing)],
    staff: [
      mayRead(`${ofAdministration('administration')} or ${standing}`),
      may(['insert', 'update'], ofAdministration('designs')),
    ],
    connector: [mayRead(ofConnectorAdministration)],
    rightSources: [mayRead(everyRow)],
    registers: [mayRead(ofAdministration('handles'))],
    operator: [may(['select', 'insert', 'update'], everyRow)],
  },
  paper_source: {
    // Whoever fills a form is not asked for in a source that rests.
    person: [mayRead('ended_at is null')],
    staff: [mayRead('ended_at is null'), may(['select', 'insert', 'update'], ofAdministration('designs'))],
    connector: [mayRead(ofConnectorAdministration)],
    operator: [mayRead(everyRow)],
  },
  source_access: {
    // The secret in it is sealed; only the job opens it, for the connector of the source.
    staff: [may(['select', 'insert', 'update', 'delete'], ofAdministration('administers'))],
    sourceAccess: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
  /** Names who asked and who approved; which version is in use, everybody asks of `version_waits`. */
  version_approval: {
    staff: [may(['select', 'insert', 'update'], ofAdministration('designs'))],
    keeper: [mayRead(everyRow)],
    connector: [mayRead(ofConnectorAdministration)],
    operator: [may(['select', 'insert'], everyRow)],
    publications: [mayAdd(everyRow)],
  },
  case_party: {
    person: [mayRead(ofOwnCase), mayAdd(ofOwnCase)],
    staff: [
      mayRead(`${ofAdministration('handles')} or ${ofOwnCase}`),
      mayAdd(`${ofAdministration('handles')} or ${ofOwnCase}`),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    rightSources: [mayRead(ofConnectorCase)],
    operator: [mayRead(everyRow)],
    // Who is a party of a case is asked for whoever handles it.
    parties: [mayRead(ofAdministration('handles'))],
    intake: [may(['select', 'insert'], everyRow)],
    // A process is told the number that a clerk was told.
    outbox: [mayRead(everyRow)],
    // Its functions know on which cases somebody must not work.
    keeper: [mayRead(everyRow)],
  },
  allowed_host: {
    staff: [may(['select', 'insert', 'update'], ofAdministration('designs'))],
    connector: [
      mayRead(`${ofConnectorAdministration} and connector_type = substring(${setting('actor')} from ${TYPE_AT})`),
    ],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
