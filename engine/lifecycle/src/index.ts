export { endDecidedAppeals } from './appeals/end-decided-appeals.ts';
export { isUnderAppeal, settleAppeals } from './appeals/settle-appeals.ts';
export { holdLaterOrders } from './appeals/suspensive-effect.ts';
export { changeStateWords } from './changes/change-texts.ts';
export { MAX_CHANGE_DOCUMENTS } from './changes/declare-change.ts';
export { MAX_CHANGE_REASON } from './changes/keep-declaration.ts';
export { hasWaitingChange } from './storage/changes.ts';
export { lifecycleRoom } from './lifecycle-room.ts';
export { MAX_TRANSFER_DAYS, MAX_TRANSFER_DOCUMENTS, MAX_TRANSFER_REASON } from './transfers/propose-transfer.ts';
export { MAX_REASON } from './reopening/reopen-case.ts';
export { lifecycleMigrations } from './storage/migrations.ts';
export type { LifecycleTables } from './storage/tables.gen.ts';
export { AppealEnd, AppealRuling, CaseAppeals, MyAppeals } from './views/appeal.ts';
export { CaseChanges, DeclaredAnswer, DeclaredChange, MyChanges, WaitingChange } from './views/change.ts';
export { CaseReopenings, ReopeningBar, ReopeningGround, ReopeningView } from './views/reopening.ts';
export {
  CaseTransfers,
  MyTransfer,
  ProposedTransfer,
  ReceivedTransfers,
  SentTransfer,
  TransferOrigin,
  TransferState,
} from './views/transfer.ts';
export { expireTransfers } from './transfers/expire-transfers.ts';
export { tellOfTransfers } from './transfers/tell-of-transfers.ts';
export { appealReach, lifecycleWalls, transferReach } from './walls/lifecycle-walls.ts';
