export { KEPT_DRAFT_DAYS } from './applications/drafts.ts';
export { fillApplication, updateApplication } from './storage/applications.ts';
export { applicationForm } from './applications/application-form.ts';
export { applicationsRoom } from './applications/applications-room.ts';
export { numberOfApplicant } from './applications/number-of-applicant.ts';
export type { PrefillSources, SourceAnswer, SourceQuestion } from './applications/prefill-sources.ts';
export { accessPurposes } from './cases/access-purposes.ts';
export { administrationName, applicantName, timelineActor } from './cases/actor-names.ts';
export { noteByOffice } from './cases/note-by-office.ts';
export {
  isOfApplying,
  lockApplicantCase,
  lockSharedCase,
  lockSealedCase,
  requireApplicantCase,
  requireFileReader,
  requireSharedCase,
  requireClerkCase,
} from './cases/case-access.ts';
export { hasEnded, viewCase } from './cases/case-view.ts';
export { acceptAnswers } from './applications/accept-answers.ts';
export { ownNumberIn, type Applicant } from './applications/applicant.ts';
export { getDraft, requireReasonable } from './applications/drafts.ts';
export { retirementMailsRoom } from './letters/retirement-mails-room.ts';
export { tellOfRetirements } from './letters/tell-of-retirements.ts';
export { fileCase, type Matter } from './applications/file-case.ts';
export { lastingAnswers } from './applications/lasting-answers.ts';
export { openForSomebody, ownProcedure } from './applications/open-for-somebody.ts';
export { casesRoom } from './cases/cases-room.ts';
export { type Ground, groundText } from './cases/ground-text.ts';
export { answersOfKnown, type KnownAnswers } from './contacts/answers-of-contact.ts';
export { caseContactsRoom } from './contacts/case-contacts-room.ts';
export { noteContact } from './contacts/note-contact.ts';
export { moveCase } from './cases/move-case.ts';
export { summarizeCases } from './cases/case-summary.ts';
export { actingAs, recordOpening, recordOpenings } from './cases/record-opening.ts';
export { ownStatusAt, reachMilestones } from './cases/own-status.ts';
export { type TimelineKind, timelineText } from './cases/timeline-texts.ts';
export { defaultFileRules } from './documents/file-rules.ts';
export { keepFile, requireRoomFor } from './documents/keep-file.ts';
export { type ClerkFile, keepClerkFile } from './documents/keep-clerk-file.ts';
export {
  checkWaitingFiles,
  type FileChecks,
  readContent,
  requireOpenable,
  type ScanFile,
} from './documents/check-files.ts';
export { type Bytes, storeContent, type StoredContent } from './documents/store-content.ts';
export { nameInArchive } from './documents/file-name.ts';
export { typedFileName } from './documents/typed-file-name.ts';
export { describeAnswers, wordOf } from './corrections/describe-answers.ts';
export { sealedCaseOf } from './handle/handle-of-case.ts';
export { refuseReserved, withoutReserved } from './handle/reserved-variables.ts';
export { addressLines, caseLetterScope, type Signatory } from './letters/case-letter-scope.ts';
export { type LetterToWrite, printLetter, writeLetter, type WrittenLetter } from './letters/write-letter.ts';
export { type Mailer, type MailingSurroundings, mailNews, sendNotice } from './letters/mail-news.ts';
export { letterNotice, type LetterNotice, neutralNotice } from './letters/letter-notice.ts';
export { drainOutbox } from './outbox/drain-outbox.ts';
export { outboxRoom } from './outbox/outbox-room.ts';
export { findTaken, requireHearing, requireOwnName, requireSayable, tellProcess } from './outbox/tell-case.ts';
export {
  expireRequestsOfTerm,
  insertDecision,
  insertInformationRequest,
  insertLetter,
  insertNote,
  listDecisions,
  listNotes,
  postLetter,
} from './storage/case-parts.ts';
export {
  type CaseRow,
  closeCaseRow,
  findCaseByName,
  findCase,
  findCases,
  findCasesByInstances,
  findInstanceCases,
  findInstanceOwners,
  insertCase,
  insertStatusChange,
  type InstanceOwner,
  listAppealsOf,
  listCasesOfNumber,
  listCasesOfPerson,
  listStatusesInUse,
  holdIdleCase,
  lockCase,
  reopenCaseRow,
  setAnswersRow,
  touchCase,
} from './storage/cases.ts';
export { countCaseRows, searchCaseRows } from './storage/search-cases.ts';
export { consultationOutcome } from './cases/consultation-outcome.ts';
export { insertCorrection, listCorrections } from './storage/corrections.ts';
export { answerConsultation, insertConsultation } from './storage/consultations.ts';
export { listUnanswered, noteAnswered, noteUnanswered } from './storage/unanswered-sources.ts';
export { contentOfCase, dropContent, readChunk, sweepContent } from './storage/document-content.ts';
export { insertIntervention, settleIntervention, upsertPartyOpening } from './storage/file-access.ts';
export {
  copyCategory,
  deleteCaseDocument,
  type DocumentRow,
  insertDocument,
  listCaseDocuments,
  showDocuments,
} from './storage/documents.ts';
export { findRightCase } from './handle/find-right-case.ts';
export { findReply, insertReply } from './storage/idempotent-replies.ts';
export { caseworkMigrations } from './storage/migrations.ts';
export { insertOutbox } from './storage/outbox.ts';
export { findApplicantParty, findParty, insertParty } from './storage/parties.ts';
export type { CaseworkTables } from './storage/tables.gen.ts';
export { insertTimelineEntry, listTimeline } from './storage/timeline.ts';
export type { CaseworkSurroundings } from './surroundings.ts';
export { cancelRequests, expireRequests, settleRequests } from './cases/request-terms.ts';
export { AccessKind, AccessView, InterventionCategory, InterventionKind, OfficeFunction } from './views/access.ts';
export {
  ApplicationDraft,
  CaseChannel,
  DocumentReference,
  DraftSummary,
  PrefilledValue,
  SubmissionReceipt,
  UnavailableSource,
} from './views/application.ts';
export {
  CaseDecision,
  CaseDocument,
  ClerkDocumentKind,
  CaseStep,
  CaseSummary,
  CaseView,
  ConsultationOutcome,
  CorrectionView,
  ConsultationView,
  UnansweredView,
  InformationRequest,
  LetterView,
  MyCaseSummary,
  NoteView,
  OwnStatusView,
  StepOrigin,
  TimelineEntry,
} from './views/case.ts';
export { caseWalls } from './walls/case-walls.ts';
export { documentWalls } from './walls/document-walls.ts';
export { registerWalls } from './walls/register-walls.ts';
export { ContactFile } from './views/contact-file.ts';
