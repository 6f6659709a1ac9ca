import { RestrictedField } from '@irisflow/restricted';
import { Look } from '@irisflow/branding';
import { Type, type Static } from 'typebox';
import {
  CalendarDate,
  FormData,
  Instant,
  Locale,
  LocalizedText,
  OpaqueId,
  nullable,
  extend,
} from '@irisflow/foundation';
import { CaseChannel, PrefilledValue } from './application.ts';
import { CaseAccess } from '@irisflow/access';
import { CaseStatus } from '@irisflow/procedures';
import { TermView } from '@irisflow/terms';

/** An own status of a procedure that some cases have. */
export const OwnStatusView = Type.Object({ procedureKey: Type.String(), key: Type.String(), text: LocalizedText });
export type OwnStatusView = Static<typeof OwnStatusView>;

export const CaseSummary = Type.Object({
  id: OpaqueId,
  reference: Type.String(),
  procedureKey: Type.String(),
  procedureVersion: Type.Integer(),
  title: LocalizedText,
  status: CaseStatus,
  /** The procedure's own words for where it stands, for who reads it; null where it has none. */
  ownStatus: nullable(Type.Object({ key: Type.String(), text: LocalizedText })),
  language: Locale,
  /** Further languages of its letters, those that count first. */
  alsoIn: Type.Array(Locale),
  applicant: Type.String(),
  submittedAt: Instant,
  updatedAt: Instant,
  term: nullable(TermView),
  /** True when the applicant must answer something. */
  awaitsApplicant: Type.Boolean(),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** A case in the overview of its applicant: where it stands, what comes next, and what was new last. */
export const MyCaseSummary = extend(CaseSummary, {
  /** The step in which the case is; null where the procedure names none. */
  step: nullable(LocalizedText),
  nextStep: nullable(LocalizedText),
  news: nullable(Type.Object({ at: Instant, text: LocalizedText })),
  /** The role in which I take part in it; null where it is my own. */
  role: nullable(LocalizedText),
});
export type MyCaseSummary = Static<typeof MyCaseSummary>;

/** Where an automated step comes from: the job, the element that offered it, and who published that. */
export const StepOrigin = Type.Object({
  process: Type.String(),
  /** Null where the engine cannot be asked. */
  element: nullable(Type.String()),
  job: Type.String(),
  procedure: Type.String(),
  version: Type.Integer(),
  /** The administration that published the version. */
  publisher: Type.String(),
});
export type StepOrigin = Static<typeof StepOrigin>;

export const TimelineEntry = Type.Object({
  id: Type.String(),
  at: Instant,
  kind: Type.String(),
  text: LocalizedText,
  actor: LocalizedText,
  visibleToApplicant: Type.Boolean(),
  documentId: nullable(OpaqueId),
  /** Only of automated steps, and only for clerks. */
  origin: Type.Optional(StepOrigin),
  /** The name of that step, where the procedure gives it one. */
  step: Type.Optional(LocalizedText),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

/**
 * Whether a file was checked for viruses: `unchecked` can be opened all the same, `waiting` opens once it is, and the bytes of
 * what was `infected` are gone.
 */
export const FileCheck = Type.Union([
  Type.Literal('checked'),
  Type.Literal('unchecked'),
  Type.Literal('waiting'),
  Type.Literal('infected'),
]);
export type FileCheck = Static<typeof FileCheck>;

export const CaseDocument = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  origin: Type.Union([
    Type.Literal('applicant'),
    Type.Literal('letter'),
    Type.Literal('agent'),
    Type.Literal('source'),
  ]),
  category: Type.String(),
  addedAt: Instant,
  visibleToApplicant: Type.Boolean(),
  check: FileCheck,
});
export type CaseDocument = Static<typeof CaseDocument>;

/** What a clerk says that a document is. */
export const ClerkDocumentKind = Type.Union([
  Type.Literal('evidence'),
  Type.Literal('correspondence'),
  Type.Literal('report'),
  Type.Literal('other'),
]);
export type ClerkDocumentKind = Static<typeof ClerkDocumentKind>;

export const LetterView = Type.Object({
  id: OpaqueId,
  template: Type.String(),
  subject: Type.String(),
  language: Locale,
  /** Whether it only helps to understand the one that counts. */
  isCourtesy: Type.Boolean(),
  sentAt: Instant,
  documentId: OpaqueId,
  channels: Type.Array(Type.String()),
  /** Who gets it, where that is not the applicant. */
  recipient: nullable(Type.String()),
});
export type LetterView = Static<typeof LetterView>;

export const InformationRequest = Type.Object({
  id: OpaqueId,
  items: Type.Array(Type.Object({ key: Type.String(), label: LocalizedText, hint: nullable(LocalizedText) })),
  note: nullable(Type.String()),
  askedAt: Instant,
  dueOn: CalendarDate,
  state: Type.Union([
    Type.Literal('open'),
    Type.Literal('answered'),
    Type.Literal('expired'),
    Type.Literal('canceled'),
  ]),
  answeredAt: nullable(Instant),
  /** Files that were chosen for the answer and wait to be sent with it; only while it is open, and only for who answers. */
  files: Type.Optional(
    Type.Array(Type.Object({ item: Type.String(), id: OpaqueId, name: Type.String(), size: Type.Integer() })),
  ),
  answer: nullable(
    Type.Object({
      text: nullable(Type.String()),
      items: Type.Array(
        Type.Object({ key: Type.String(), text: nullable(Type.String()), documents: Type.Array(OpaqueId) }),
      ),
    }),
  ),
});
export type InformationRequest = Static<typeof InformationRequest>;

export const CaseDecision = Type.Object({
  id: OpaqueId,
  outcome: Type.String(),
  decidedAt: Instant,
  decidedBy: nullable(Type.String()),
  grounds: Type.Array(Type.Object({ code: Type.String(), text: LocalizedText })),
  amount: nullable(Type.Number()),
  validFrom: nullable(CalendarDate),
  validTo: nullable(CalendarDate),
});
export type CaseDecision = Static<typeof CaseDecision>;

/** `noData`: the source knows nothing about this person; `notAuthorized`: it may not be asked this; `onPaper`: it is proven on paper for a while; `unavailable`: no answer came. */
export const ConsultationOutcome = Type.Union([
  Type.Literal('asked'),
  Type.Literal('answered'),
  Type.Literal('noData'),
  Type.Literal('notAuthorized'),
  Type.Literal('onPaper'),
  Type.Literal('unavailable'),
]);
export type ConsultationOutcome = Static<typeof ConsultationOutcome>;

/** Who consulted which source about a person, and why. `asked` until the source's answer is known. */
export const ConsultationView = Type.Object({
  id: Type.String(),
  at: Instant,
  source: LocalizedText,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  /** Why somebody was asked about who did not apply; null for the applicant. */
  reason: nullable(LocalizedText),
  /** The administration in whose name. */
  by: LocalizedText,
  outcome: ConsultationOutcome,
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
});
export type ConsultationView = Static<typeof ConsultationView>;

/** What a source did not say: unknown, which counts in nobody's favor or disfavor. */
export const UnansweredView = Type.Object({
  /** Of the source. */
  key: Type.String(),
  source: LocalizedText,
  /** What was asked of it. */
  what: LocalizedText,
  since: Instant,
  outcome: ConsultationOutcome,
});
export type UnansweredView = Static<typeof UnansweredView>;

export const NoteView = Type.Object({ id: Type.String(), at: Instant, by: Type.String(), text: Type.String() });
export type NoteView = Static<typeof NoteView>;

/** A step the applicant sees: what is done, what is now, what comes. */
export const CaseStep = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  state: Type.Union([Type.Literal('done'), Type.Literal('current'), Type.Literal('upcoming')]),
  at: nullable(Instant),
});
export type CaseStep = Static<typeof CaseStep>;

/** An answer that a clerk corrected. */
export const CorrectionView = Type.Object({
  id: OpaqueId,
  pointer: Type.String(),
  label: LocalizedText,
  before: LocalizedText,
  after: LocalizedText,
  reason: Type.String(),
  at: Instant,
  /** Null for applicants: it was the administration. */
  by: nullable(Type.String()),
});
export type CorrectionView = Static<typeof CorrectionView>;

/** Another case that belongs to this one. */
const LinkedCase = Type.Object({ id: OpaqueId, reference: Type.String(), receivedOn: CalendarDate });

/** The file of a case. Applicants get it without notes and without what is not visible to them. */
export const CaseView = extend(CaseSummary, {
  /** Whose case it is. */
  partyId: OpaqueId,
  /** In which role whoever reads takes part in it, and what that lets them do; null for its applicant and for clerks. */
  part: nullable(Type.Object({ role: LocalizedText, access: CaseAccess })),
  /** How letters write the applicant's name where they cannot print it as it is; null where they can, or where nobody said. */
  nameInLetters: nullable(Type.String()),
  /** Characters of the name that no letter can print, while nobody said how to write it: until then none can be sent. Only for clerks. */
  unprintable: Type.Array(Type.String()),
  steps: Type.Array(CaseStep),
  /** Every term that was started, the newest first. */
  terms: Type.Array(TermView),
  form: Type.Unknown(),
  data: FormData,
  /** Which fields are masked, for clerks; their answers are not in `data` until somebody says why they look. */
  restricted: Type.Array(RestrictedField),
  corrections: Type.Array(CorrectionView),
  /** What the sources said when it was filled, and what was said to be wrong with it. */
  prefill: Type.Array(PrefilledValue),
  timeline: Type.Array(TimelineEntry),
  documents: Type.Array(CaseDocument),
  letters: Type.Array(LetterView),
  informationRequests: Type.Array(InformationRequest),
  decisions: Type.Array(CaseDecision),
  consultations: Type.Array(ConsultationView),
  /** Only for clerks. */
  unanswered: Type.Array(UnansweredView),
  notes: Type.Array(NoteView),
  canWithdraw: Type.Boolean(),
  /** The case whose decision this one is an appeal against. */
  appealOf: nullable(LinkedCase),
  /** Appeals against the decision of this case. */
  appeals: Type.Array(LinkedCase),
  /** By which way it came in. */
  channel: CaseChannel,
  /** The day it came in, where that was before it was entered. */
  receivedOn: nullable(CalendarDate),
  contact: Type.Object({
    name: Type.String(),
    service: nullable(LocalizedText),
    email: Type.String(),
    phone: Type.String(),
  }),
  /** Left out where its administration has the platform's look. */
  look: Type.Optional(Look),
});
export type CaseView = Static<typeof CaseView>;
