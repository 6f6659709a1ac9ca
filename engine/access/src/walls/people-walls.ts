import type { AccessTables as Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayDoAll, mayRead, ofAdministration, ofPlatform } from './rights.ts';
import type { Wall } from './wall.ts';

/** What administrators arrange: those of an administration there, those of the platform, who work nowhere, everywhere. */
const arranged: Wall = {
  person: [mayDoAll(ofPlatform)],
  staff: [mayDoAll(ofAdministration('administers'))],
  operator: [mayDoAll(everyRow)],
};

/** Who works where, who is invited to, and who begins. */
export const peopleWalls = {
  service: arranged,
  staff_group: {
    ...arranged,
    // Colleagues read what the groups are called in which they work.
    staff: [mayRead(ofAdministration('administration')), mayDoAll(ofAdministration('administers'))],
  },
  invitation: {
    ...arranged,
    // Whoever was invited takes their invitation at the sign-in; it is locked first.
    signIn: [may(['select', 'update', 'delete'], everyRow)],
    // An invitation that is over keeps nobody from inviting the same person elsewhere.
    staffing: [may(['select', 'delete'], everyRow)],
  },
  access_rule: {
    person: [mayRead(ofPlatform)],
    staff: [mayRead(ofAdministration('administers'))],
    operator: [mayDoAll(everyRow)],
    // Whoever changes what people may do makes sure that somebody is left who sees all.
    staffing: [mayDoAll(everyRow)],
    keeper: [mayRead(everyRow)],
  },
  first_administrator_token: { firstAdministrator: [mayDoAll(everyRow)] },
  request_count: { requestCounts: [mayDoAll(everyRow)] },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
