import type { AccessTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayDoAll,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofPlatform,
  setting,
} from './rights.ts';
import type { Wall } from './wall.ts';

const own = `id = ${setting('person')}`;
/** The staff of the administration that has the connector's case. */
const ofConnector = `exists (select from casework.case_file f
  where f.id = ${setting('case')} and f.administration = person.administration)`;
/** Nobody who only applies for something is in a list, not even for administrators of the platform. */
const ofStaff = `${ofPlatform} and (administration is not null or 'administrator' = any(roles))`;
const ofAuditor = `chain = ${setting('audits')}`;

/** Who there is, who is signed in, and what they did. */
export const identityWalls = {
  administration: {
    anonymous: [mayRead(everyRow)],
    person: [mayRead(everyRow), may(['insert', 'update'], ofPlatform)],
    staff: [mayRead(everyRow)],
    auditor: [mayRead(everyRow)],
    connector: [mayRead(everyRow)],
    apiToken: [mayRead(everyRow)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    signIn: [mayRead(everyRow)],
    staffing: [mayRead(everyRow)],
    outbox: [mayRead(everyRow)],
    intake: [mayRead(everyRow)],
    notices: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
  person: {
    person: [mayRead(`${own} or (${ofStaff})`)],
    staff: [mayRead(`${own} or ${ofAdministration('administration')}`)],
    auditor: [mayRead(`${own} or ${ofAdministration('administration')}`)],
    connector: [mayRead(ofConnector)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    signIn: [may(['select', 'insert', 'update'], everyRow)],
    firstAdministrator: [may(['select', 'update'], everyRow)],
    staffing: [may(['select', 'update'], everyRow)],
    outbox: [mayRead(everyRow)],
    worklist: [mayRead(everyRow)],
    bulk: [mayRead(everyRow)],
    versionMoves: [mayRead(everyRow)],
    caseImports: [mayRead(everyRow)],
    rightImports: [mayRead(everyRow)],
    campaigns: [mayRead(everyRow)],
    // Administrators are told when nothing more is sent.
    webhooks: [mayRead(`administration is not null and 'administrator' = any(roles)`)],
    // Where whoever began an application is told that its procedure ends.
    notices: [mayReadOf(['party_id', 'email', 'email_verified', 'issuer'], 'email is not null and email_verified')],
    keeper: [mayRead(everyRow)],
  },
  session: { signIn: [mayDoAll(everyRow)], staffing: [may(['select', 'delete'], everyRow)] },
  audit_entry: {
    staff: [mayRead(ofAuditor)],
    auditor: [mayRead(ofAuditor)],
    auditProof: [mayRead(everyRow)],
    erasure: [mayRead(everyRow)],
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
} as const satisfies Partial<Record<keyof Tables, Wall>>;
