export { watchObligations } from './clock/watch-obligations.ts';
export { obligationsRoom } from './obligations-room.ts';
export { checkObligations } from './storage/check-obligations.ts';
export { obligationsMigrations } from './storage/migrations.ts';
export type { ObligationsTables } from './storage/tables.gen.ts';
export { endObligation } from './verbs/end-obligation.ts';
export type { ObligationReply } from './verbs/own-obligation.ts';
export { settleOccurrence, type OccurrenceReply } from './verbs/settle-occurrence.ts';
export { startObligation } from './verbs/start-obligation.ts';
export {
  MyOccurrence,
  ObligationAct,
  ObligationEnd,
  ObligationState,
  ObligationView,
  Occurrence,
  OccurrenceState,
  OccurrenceSummary,
  OccurrenceView,
  PlannedOccurrence,
  Verdict,
} from './views/obligation.ts';
export { occurrenceWords } from './views/occurrence-words.ts';
export { obligationWalls } from './walls/obligation-walls.ts';
