export { letterOfNotice, type LetterOfNotice } from './carrier/letter-of-notice.ts';
export { hearFate, type HeardFate } from './carrier/hear-fate.ts';
export { type PostRoomQuery, readPostRoom } from './desk/post-room.ts';
export { type PostedByOffice, sayPosted } from './desk/say-posted.ts';
export { noticesRoom } from './notices-room.ts';
export { copyNotice, fileNotice, type NoticeOrder, type SentNotice, writeNotice } from './send/send-notice.ts';
export { noticesMigrations } from './storage/migrations.ts';
export type { NoticesTables } from './storage/tables.gen.ts';
export {
  FateToSay,
  LetterNumber,
  MyNotice,
  NoticeChannel,
  NoticeView,
  PostedNotice,
  PostRoom,
  SaidFateKind,
} from './views/notice.ts';
export { noticeWalls } from './walls/notice-walls.ts';
export { watchNotices } from './watch-notices.ts';
