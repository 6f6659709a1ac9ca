export { carryLetters } from './carriers/carry-letters.ts';
export type {
  CarrierEvent,
  CarrierWord,
  HandedLetter,
  LetterCarrier,
  Recipient,
  Rejection,
  Taken,
} from './carriers/letter-carrier.ts';
export { postRoomRoom } from './post-room-room.ts';
export { checkLetters } from './storage/check-letters.ts';
export { postRoomMigrations } from './storage/migrations.ts';
export type { PostRoomTables } from './storage/tables.gen.ts';
export type { PostRoomSurroundings } from './surroundings.ts';
export { BatchPosting, PrintBatchSummary, PrintBatchView, PrintedLetter, PrintedWay } from './views/batches.ts';
export { CarriedChannel, CarrierView, ContractSettings } from './views/carriers.ts';
export { LetterInHand, LetterInPostRoom, PostRoomView } from './views/post-room.ts';
export { carrierReach, postRoomWalls } from './walls/post-room-walls.ts';
