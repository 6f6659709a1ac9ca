import type { MonitorTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayRead,
  ofAdministration,
  ofFileRead,
  ofOwnCase,
  setting,
  type Wall,
} from '@irisflow/access';

const aboutThem = `person_id = ${setting('applicant')}`;
const byOffice = `${ofAdministration('handles')} or ${ofAdministration('designs')}`;
const ownUnmasking = `${ofAdministration('corrects')} and unmasked_by = ${setting('person')}`;

/** What people are told of how their data was used, who sees behind masks, and what the audit seals. */
export const privacyWalls = {
  file_access: {
    person: [mayRead(aboutThem)],
    staff: [mayRead(aboutThem), may(['select', 'insert', 'update'], byOffice)],
    apiToken: [may(['select', 'insert', 'update'], ofFileRead)],
  },
  unmasking: { staff: [may(['select', 'insert', 'update'], ownUnmasking)] },
  sealed_detail: {
    staff: [mayRead(ofAdministration('unseals')), mayAdd(`${ofAdministration('corrects')} or ${byOffice}`)],
    auditor: [mayRead(ofAdministration('unseals'))],
    erasure: [may(['select', 'update'], everyRow)],
  },
  case_incident: {
    person: [mayRead(ofOwnCase)],
    staff: [may(['select', 'update'], ofAdministration('handles')), mayRead(ofOwnCase)],
    operator: [mayRead(everyRow)],
    incidents: [may(['select', 'insert', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
