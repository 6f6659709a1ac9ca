export { changeRight, mayProcess, type RightChangeOrder, type RightVerb } from './change/change-right.ts';
export { enforceRights, holdRights, restoreRights } from './change/hold-rights.ts';
export { kindOf } from './change/right-kind.ts';
export { type ClerkRight, requireClerkRight } from './desk/read-right.ts';
export { type HeldRight, requireHeldRight } from './portal/my-rights.ts';
export { grantRight, type RightReply } from './change/grant-right.ts';
export { type ReadRight, readRight, type RightReading } from './history/read-right.ts';
export { type RightNow, rightNow } from './history/right-now.ts';
export { standingWords } from './certificate/certificate-words.ts';
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
export { viewValues } from './views/view-values.ts';
export { rightWalls } from './walls/right-walls.ts';
