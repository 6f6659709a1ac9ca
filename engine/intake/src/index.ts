export { intakeRoom } from './intake-room.ts';
export { mailLinksRoom } from './mail-links/mail-links-room.ts';
export { type LinkedOpening, openLinkedCase } from './opening/open-linked-case.ts';
export { openRenewals } from './opening/open-renewals.ts';
export { intakeMigrations } from './storage/migrations.ts';
export type { IntakeTables } from './storage/tables.gen.ts';
export { externalReferencePattern, FoundApplicant, OpenedCase } from './views/applicant.ts';
export { CaseLinkKind, CaseLinksView, CaseLinkView, OtherCase } from './views/link.ts';
export { intakeWalls } from './walls/intake-walls.ts';
