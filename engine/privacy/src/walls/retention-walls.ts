import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { PrivacyTables } from '../storage/tables.gen.ts';

const guarded = ofAdministration('audits');
/** Who guards the data of people places holds; so does who corrects what a process holds. */
const holding = `${guarded} or ${ofAdministration('corrects')}`;

/** What is proposed and approved here is carried out by the platform itself. */
const carriedOut: Wall = {
  staff: [mayRead(guarded)],
  auditor: [mayRead(guarded)],
  privacy: [mayRead(holding), may(['insert', 'update'], guarded)],
  retention: [may(['select', 'update'], everyRow)],
};

/** What stops a destruction, what was proposed, and what stays of it. */
export const retentionWalls = {
  legal_hold: {
    staff: [mayRead(`${ofAdministration('handles')} or ${holding}`)],
    auditor: [mayRead(guarded)],
    privacy: [may(['select', 'insert', 'update'], holding)],
    retention: [may(['select', 'delete'], everyRow)],
  },
  destruction: carriedOut,
  destroyed_case: carriedOut,
} as const satisfies Partial<Record<keyof PrivacyTables, Wall>>;
