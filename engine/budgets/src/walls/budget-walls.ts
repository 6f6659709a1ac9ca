import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorAdministration,
  ofConnectorCase,
  type Right,
  setting,
  type Wall,
} from '@irisflow/access';
import type { BudgetsTables as Tables } from '../storage/tables.gen.ts';

const kept = ofAdministration('accounts');
const ofOwnHand = (column: string): string => `${kept} and ${column} = ${setting('person')}`;
/** As the policies of the engagements themselves let the reader see. */
const ofSeenEngagement = 'exists (select from casework.engagement e where e.id = engagement_id)';
const ofNothingOrSeen = `${kept} and (engagement_id is null or ${ofSeenEngagement})`;
const operator: readonly Right[] = [mayRead(everyRow)];
/** The functions of the keeper add movements up. */
const counted: readonly Right[] = [may(['select', 'insert', 'update'], everyRow)];

/** Accountants keep lines and credits; a process sets something aside for its own case, and sees what is left of a line. */
export const budgetWalls = {
  budget_line: {
    staff: [mayRead(kept), mayAdd(ofOwnHand('made_by'))],
    connector: [mayRead(ofConnectorAdministration)],
    operator,
    statements: operator,
    keeper: operator,
  },
  budget_credit: {
    staff: [
      mayRead(kept),
      mayAdd(`${ofOwnHand('asked_by')} and state = 'asked'`),
      mayChange(['state', 'decided_at', 'decided_by'], kept),
    ],
    operator,
  },
  engagement: {
    staff: [mayRead(kept), mayAdd(kept), mayChange(['closed_at'], kept)],
    connector: [may(['select', 'insert'], ofConnectorCase), mayChange(['closed_at'], ofConnectorCase)],
    operator,
    statements: operator,
  },
  budget_movement: {
    staff: [mayRead(ofNothingOrSeen), mayAdd(ofNothingOrSeen)],
    connector: [may(['select', 'insert'], `${ofConnectorAdministration} and ${ofSeenEngagement}`)],
    operator,
    statements: [may(['select', 'insert'], everyRow)],
    keeper: operator,
  },
  budget_line_balance: {
    staff: [mayRead(kept)],
    connector: [mayRead(ofConnectorAdministration)],
    operator,
    statements: operator,
    keeper: counted,
  },
  engagement_balance: {
    staff: [mayRead(`${kept} and ${ofSeenEngagement}`)],
    connector: [mayRead(`${ofConnectorAdministration} and ${ofSeenEngagement}`)],
    operator,
    statements: operator,
    keeper: counted,
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
