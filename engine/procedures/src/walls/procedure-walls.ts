import type { ProceduresTables as Tables } from '../storage/tables.gen.ts';
import { publicRetirementColumns } from '../storage/retirements.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayDoAll,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofOwnProcedure,
  type Wall,
} from '@irisflow/access';

const drawn: Wall = { staff: [mayDoAll(ofOwnProcedure)], operator: [mayDoAll(everyRow)] };

/** What is published is public: whoever applies is shown its forms and terms before they sign in. */
const published: Wall = {
  anonymous: [mayRead(everyRow)],
  person: [mayRead(everyRow)],
  staff: [mayRead(everyRow), mayAdd(ofOwnProcedure)],
  auditor: [mayRead(everyRow)],
  connector: [mayRead(everyRow)],
  apiToken: [mayRead(everyRow)],
  operator: [may(['select', 'insert'], everyRow)],
  admission: [mayRead(everyRow)],
  outbox: [mayRead(everyRow)],
  worklist: [mayRead(everyRow)],
  incidents: [mayRead(everyRow)],
  terms: [mayRead(everyRow)],
  intake: [mayRead(everyRow)],
  rightSources: [mayRead(everyRow)],
  versionMoves: [mayRead(everyRow)],
  rehearsals: [mayRead(everyRow)],
  publications: [may(['select', 'insert'], everyRow)],
  steps: [mayRead(everyRow)],
  registers: [mayRead(everyRow)],
  privacy: [mayRead(everyRow)],
};

/** Which rights others may ask is for everybody who draws, asks or answers to know. */
const offered: Wall = {
  person: [mayRead(everyRow)],
  staff: [mayRead(everyRow), mayAdd(ofOwnProcedure), may(['update'], ofAdministration('designs'))],
  auditor: [mayRead(everyRow)],
  connector: [mayRead(everyRow)],
  rightSources: [mayRead(everyRow)],
  keeper: [mayRead(everyRow)],
  operator: [may(['select', 'insert', 'update'], everyRow)],
  publications: [may(['select', 'insert', 'update'], everyRow)],
};

const inForce = 'approved_at is not null and ended_at is null';
/** That a procedure ends and what takes its place; who asked and why stays with those who draw. */
const told = [mayReadOf(publicRetirementColumns, inForce)];

const ofOwnVersion = `${ofAdministration('designs')} and ${ofOwnProcedure}`;

/** Procedures, their drafts and what was published of them. */
export const procedureWalls = {
  procedure: {
    ...published,
    staff: [mayRead(everyRow), mayAdd(ofAdministration('designs'))],
    publications: [mayRead(everyRow)],
  },
  procedure_version: published,
  // Its function reads there where answers name the commune.
  procedure_version_file: { ...published, keeper: [mayRead(everyRow)] },
  procedure_definition: { ...published, staff: [mayRead(everyRow), mayAdd(ofOwnVersion)] },
  procedure_reservation: {
    staff: [may(['select', 'insert', 'update'], ofOwnVersion)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    publications: [may(['select', 'insert', 'update'], everyRow)],
  },
  /** Whoever applies is told nothing of what goes live later. */
  scheduled_publication: {
    staff: [mayRead(ofAdministration('designs')), may(['insert', 'update'], ofOwnVersion)],
    operator: [may(['select', 'update'], everyRow)],
    publications: [may(['select', 'update'], everyRow)],
  },
  procedure_retirement: {
    anonymous: told,
    person: told,
    staff: [mayRead(`${ofAdministration('designs')} or (${inForce})`), may(['insert', 'update'], ofOwnVersion)],
    auditor: told,
    connector: told,
    apiToken: told,
    operator: [mayDoAll(everyRow)],
    intake: told,
    transfers: told,
    campaigns: told,
    notices: told,
    publications: told,
  },
  /** Who publishes is told that a prefix is taken. */
  reference_prefix: {
    staff: [mayRead(everyRow), mayAdd(ofAdministration('designs'))],
    operator: [may(['select', 'insert'], everyRow)],
    publications: [may(['select', 'insert'], everyRow)],
  },
  /** Why a version was published all the same is for those who draw and for the auditor. */
  version_exception: {
    staff: [mayRead(ofAdministration('designs')), mayAdd(ofOwnVersion)],
    operator: [may(['select', 'insert'], everyRow)],
    publications: [mayAdd(everyRow)],
  },
  right_source: offered,
  procedure_draft: { ...drawn, publications: [may(['select', 'update'], everyRow)] },
  procedure_draft_file: drawn,
  replaced_draft: drawn,
  replaced_file: drawn,
  draft_presence: drawn,
} as const satisfies Partial<Record<keyof Tables, Wall>>;
