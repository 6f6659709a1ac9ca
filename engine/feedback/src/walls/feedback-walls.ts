import {
  everyRow,
  may,
  mayChange,
  mayRead,
  mayReadOf,
  ofActedCase,
  ofAdministration,
  type Wall,
} from '@irisflow/access';
import type { FeedbackTables as Tables } from '../storage/tables.gen.ts';

/** All that numbers may know: of which case it is, and the minute in which it came, is not among it. */
const ofNobody = [
  'administration',
  'procedure_key',
  'moment',
  'score',
  'comment',
  'given_month',
] as const satisfies readonly (keyof Tables['feedback'])[];

/** Whoever handles a case does not reach what its applicant thought of it. */
export const feedbackWalls = {
  feedback: {
    person: [may(['select', 'insert', 'update'], ofActedCase)],
    staff: [may(['select', 'insert', 'update'], ofActedCase)],
    numbers: [mayReadOf(ofNobody, everyRow)],
    operator: [mayRead(everyRow)],
  },
  /** What an administration says to everybody. */
  accessibility_statement: {
    anonymous: [mayRead(everyRow)],
    person: [mayRead(everyRow)],
    staff: [mayRead(everyRow), may(['insert', 'update'], ofAdministration('administers'))],
    auditor: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
  /** Whoever reports is nobody to the store: a job takes it in for them, and reads nothing back. */
  accessibility_report: {
    staff: [
      mayRead(ofAdministration('administers')),
      mayChange(['handled_at', 'erase_at'], ofAdministration('administers')),
    ],
    reports: [mayReadOf(['erase_at'], everyRow), may(['insert', 'delete'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
