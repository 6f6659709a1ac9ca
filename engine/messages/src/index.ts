export { messagesRoom } from './messages-room.ts';
export { viewMessages } from './read-messages.ts';
export { messagesMigrations } from './storage/migrations.ts';
export type { MessagesTables } from './storage/tables.gen.ts';
export { tellByMail } from './tell-by-mail.ts';
export { CaseMessage, OfficeMessages, UnreadOfCase } from './views/message.ts';
export { messageWalls } from './walls/message-walls.ts';
