export { workOffMoves } from './moving/work-off.ts';
export { versionMovesMigrations } from './storage/migrations.ts';
export type { VersionMovesTables } from './storage/tables.gen.ts';
export type { VersionMovesSurroundings } from './surroundings.ts';
export { versionMovesRoom } from './version-moves-room.ts';
export {
  JudgedCase,
  JudgedCases,
  MovedCase,
  MovePlanView,
  MoveWish,
  PlannedStep,
  StepPlace,
  VersionMoveSummary,
  VersionMoveView,
} from './views/version-move.ts';
export { versionMoveWalls } from './walls/version-move-walls.ts';
