export { feedbackRoom } from './feedback-room.ts';
export { MAX_COMMENT } from './give-feedback.ts';
export { MAX_STATEMENT_TEXT } from './statement/keep-statement.ts';
export { feedbackMigrations } from './storage/migrations.ts';
export type { FeedbackTables } from './storage/tables.gen.ts';
export { AccessibilityStatement, StatementTexts } from './views/accessibility-statement.ts';
export { type FeedbackCopy, FeedbackMoment, FeedbackNumbers, MyFeedback, Score } from './views/feedback.ts';
export { feedbackWalls } from './walls/feedback-walls.ts';
