export { changeRight, mayProcess, type RightChangeOrder, type RightVerb } from './change/change-right.ts';
export { importRight, type ImportedRight, type LivingRight } from './change/import-right.ts';
export { lastDayOf } from './change/validity.ts';
export { enforceRights, holdRights, restoreRights } from './change/hold-rights.ts';
export { kindOf, stateOf } from './change/right-kind.ts';
export { type ClerkRight, requireClerkRight } from './desk/read-right.ts';
export { type HeldRight, requireHeldRight } from './portal/my-rights.ts';
export { grantRight, type RightReply } from './change/grant-right.ts';
export { type ReadRight, readRight, type RightReading } from './history/read-right.ts';
export { type RightNow, rightNow } from './history/right-now.ts';
export { standingWords } from './certificate/certificate-words.ts';
export { hasLivingRight } from './storage/living-rights.ts';
export { listRightsOfNumbers, type NumberedRight } from './storage/rights-of-numbers.ts';
export { rightsRoom } from './rights-room.ts';
export { rightsMigrations } from './storage/migrations.ts';
export type { RightsTables } from './storage/tables.gen.ts';
export {
  MyRight,
  MyRightChange,
  RightAct,
  RightChange,
  RightCheck,
  RightKind,
  RightMove,
  RightPage,
  RightStanding,
  RightStateView,
  RightSummary,
  RightValue,
  RightView,
} from './views/right.ts';
export { viewState } from './views/view-right.ts';
export { viewValues } from './views/view-values.ts';
export { ofOwnRightImport, rightWalls } from './walls/right-walls.ts';
