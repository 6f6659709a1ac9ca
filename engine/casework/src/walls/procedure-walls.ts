import type { Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayDoAll,
  mayRead,
  ofAdministration,
  ofConnectorAdministration,
  ofOwnProcedure,
  setting,
} from './rights.ts';
import type { Wall } from './wall.ts';

const drawn: Wall = { staff: [mayDoAll(ofOwnProcedure)], operator: [mayDoAll(everyRow)] };

/** What is published is public: whoever applies is shown its forms and terms before they sign in. */
const published: Wall = {
  anonymous: [mayRead(everyRow)],
  person: [mayRead(everyRow)],
  staff: [mayRead(everyRow), mayAdd(ofOwnProcedure)],
  auditor: [mayRead(everyRow)],
  connector: [mayRead(everyRow)],
  operator: [may(['select', 'insert'], everyRow)],
  outbox: [mayRead(everyRow)],
  worklist: [mayRead(everyRow)],
};

const standing = 'revoked_at is null';

/** Where its type begins in the reference of a connector. */
const CONNECTOR_AT = 'connector:'.length + 1;

/** Procedures, their drafts and what was published of them. */
export const procedureWalls = {
  procedure: { ...published, staff: [mayRead(everyRow), mayAdd(ofAdministration('designs'))] },
  procedure_version: published,
  procedure_version_file: published,
  version_approval: {
    ...published,
    staff: [mayRead(everyRow), may(['insert', 'update'], ofAdministration('designs'))],
  },
  source_authorization: {
    // Whoever fills a form has a source asked about themselves.
    person: [mayRead(standing)],
    staff: [
      mayRead(`${ofAdministration('administration')} or ${standing}`),
      may(['insert', 'update'], ofAdministration('designs')),
    ],
    connector: [mayRead(ofConnectorAdministration)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
  },
  allowed_host: {
    staff: [may(['select', 'insert', 'update'], ofAdministration('designs'))],
    connector: [
      mayRead(`${ofConnectorAdministration} and connector_type = substring(${setting('actor')} from ${CONNECTOR_AT})`),
    ],
    operator: [mayRead(everyRow)],
  },
  procedure_draft: drawn,
  procedure_draft_file: drawn,
  replaced_draft: drawn,
} as const satisfies Partial<Record<keyof Tables, Wall>>;
