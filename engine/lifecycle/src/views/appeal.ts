import { oneOf } from '@irisflow/foundation';
import type { Static } from 'typebox';

/** How an appeal ends that leaves no decision in the case it is against. */
export const AppealEnd = oneOf(['withdrawn', 'withoutObject', 'decidedElsewhere']);
export type AppealEnd = Static<typeof AppealEnd>;

/** The same, or that its case was decided again. */
export type AppealOutcome = AppealEnd | 'decided';
