export { feedbackRoom } from './feedback-room.ts';
export { MAX_COMMENT } from './give-feedback.ts';
export { KEPT_REPORT_DAYS } from './statement/reports.ts';
export { feedbackMigrations } from './storage/migrations.ts';
export type { FeedbackTables } from './storage/tables.gen.ts';
export { AccessibilityReports, NewAccessibilityReport } from './views/accessibility-report.ts';
export { AccessibilityStatement, StatementTexts } from './views/accessibility-statement.ts';
export { type FeedbackCopy, FeedbackMoment, FeedbackNumbers, MyFeedback, Score } from './views/feedback.ts';
export { feedbackWalls } from './walls/feedback-walls.ts';
