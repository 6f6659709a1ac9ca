import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { BrandingTables as Tables } from '../storage/tables.gen.ts';

/** All of it stands on pages, letters and mails that go out: whoever shows or writes one reads it. */
export const brandingWalls = {
  branding: {
    anonymous: [mayRead(everyRow)],
    person: [mayRead(everyRow)],
    staff: [mayRead(everyRow), may(['insert', 'update'], ofAdministration('administers'))],
    auditor: [mayRead(everyRow)],
    connector: [mayRead(everyRow)],
    apiToken: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
    outbox: [mayRead(everyRow)],
    intake: [mayRead(everyRow)],
    notices: [mayRead(everyRow)],
    terms: [mayRead(everyRow)],
    privacy: [mayRead(everyRow)],
  },
  contact_unit: {
    staff: [mayRead(ofAdministration('handles')), may(['select', 'insert', 'update'], ofAdministration('administers'))],
    // Whom a campaign names stands with it from its first day on.
    campaigns: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
