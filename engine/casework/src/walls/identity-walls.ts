import type { Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayAdd, mayDoAll, mayRead, ofAdministration, setting } from './rights.ts';
import type { Wall } from './wall.ts';

const own = `id = ${setting('person')}`;
/** The applicant of the connector's case, and the staff of its administration. */
const ofConnector = `exists (select from casework.case_file f
  where f.id = ${setting('case')} and (f.person_id = person.id or f.administration = person.administration))`;
const ofAuditor = `chain = ${setting('audits')}`;

/** Who there is, who is signed in, and what they did. */
export const identityWalls = {
  administration: {
    anonymous: [mayRead(everyRow)],
    person: [mayRead(everyRow)],
    staff: [mayRead(everyRow)],
    auditor: [mayRead(everyRow)],
    connector: [mayRead(everyRow)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    signIn: [mayRead(everyRow)],
    outbox: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
  person: {
    person: [mayRead(own)],
    staff: [mayRead(`${own} or ${ofAdministration('administration')}`)],
    auditor: [mayRead(`${own} or ${ofAdministration('administration')}`)],
    connector: [mayRead(ofConnector)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    signIn: [may(['select', 'insert', 'update'], everyRow)],
    outbox: [mayRead(everyRow)],
    worklist: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
  session: { signIn: [mayDoAll(everyRow)] },
  audit_entry: {
    staff: [mayRead(ofAuditor)],
    auditor: [mayRead(ofAuditor)],
    auditProof: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
    keeper: [mayAdd(everyRow)],
  },
  audit_head: {
    staff: [mayRead(ofAuditor)],
    auditor: [mayRead(ofAuditor)],
    auditProof: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
    keeper: [may(['select', 'insert', 'update'], everyRow)],
  },
  migration: {},
} as const satisfies Partial<Record<keyof Tables, Wall>>;
