export { carryOutDestructions } from './destruction/carry-out.ts';
export { eraseForgotten } from './keeping/erase-forgotten.ts';
export { privacyRoom } from './privacy-room.ts';
export { privacyMigrations } from './storage/migrations.ts';
export type { PrivacyTables } from './storage/tables.gen.ts';
export {
  CaseRetention,
  DestructionCertificate,
  DestructionView,
  HoldTarget,
  HoldView,
  RetentionPreview,
} from './views/retention.ts';
export { OwnProcessing } from './views/own-processing.ts';
export { Traces } from './views/traces.ts';
export { activityOfTable } from './register/activity-of-table.ts';
export { privacyReach } from './walls/privacy-reach.ts';
export { retentionWalls } from './walls/retention-walls.ts';
