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
import { CaseChannel } from './application.ts';
import { CaseStatus } from '@irisflow/procedures';

/** A legal time limit as it stands now. `remainingDays` is negative once it is past due. */
export const TermView = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  state: Type.Union([Type.Literal('running'), Type.Literal('suspended'), Type.Literal('met'), Type.Literal('expired')]),
  startedOn: CalendarDate,
  dueOn: CalendarDate,
  remainingDays: Type.Integer(),
  suspensions: Type.Array(Type.Object({ from: CalendarDate, to: nullable(CalendarDate), reason: Type.String() })),
  legalRef: Type.String(),
});
export type TermView = Static<typeof TermView>;

export const CaseSummary = Type.Object({
  id: OpaqueId,
  reference: Type.String(),
  procedureKey: Type.String(),
  procedureVersion: Type.Integer(),
  title: LocalizedText,
  status: CaseStatus,
  language: Locale,
  applicant: Type.String(),
  submittedAt: Instant,
  updatedAt: Instant,
  term: nullable(TermView),
  /** True when the applicant must answer something. */
  awaitsApplicant: Type.Boolean(),
});
export type CaseSummary = Static<typeof CaseSummary>;

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
});
export type TimelineEntry = Static<typeof TimelineEntry>;

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
});
export type CaseDocument = Static<typeof CaseDocument>;

export const LetterView = Type.Object({
  id: OpaqueId,
  template: Type.String(),
  subject: Type.String(),
  language: Locale,
  sentAt: Instant,
  documentId: OpaqueId,
  channels: Type.Array(Type.String()),
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

/** `noData`: the source knows nothing about this person; `notAuthorized`: it may not be asked this; `unavailable`: no answer came. */
export const ConsultationOutcome = Type.Union([
  Type.Literal('asked'),
  Type.Literal('answered'),
  Type.Literal('noData'),
  Type.Literal('notAuthorized'),
  Type.Literal('unavailable'),
]);
export type ConsultationOutcome = Static<typeof ConsultationOutcome>;

/** Who consulted which source about a person, and why. `asked` until the source's answer is known. */
export const ConsultationView = Type.Object({
  id: Type.String(),
  at: Instant,
  source: LocalizedText,
  purpose: LocalizedText,
  legalBasis: Type.String(),
  /** Why somebody was asked about who did not apply; null for the applicant. */
  reason: nullable(LocalizedText),
  by: Type.String(),
  outcome: ConsultationOutcome,
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
});
export type ConsultationView = Static<typeof ConsultationView>;

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

/** The file of a case. Applicants get it without notes and without what is not visible to them. */
export const CaseView = extend(CaseSummary, {
  steps: Type.Array(CaseStep),
  form: Type.Unknown(),
  data: FormData,
  timeline: Type.Array(TimelineEntry),
  documents: Type.Array(CaseDocument),
  letters: Type.Array(LetterView),
  informationRequests: Type.Array(InformationRequest),
  decisions: Type.Array(CaseDecision),
  consultations: Type.Array(ConsultationView),
  notes: Type.Array(NoteView),
  canWithdraw: Type.Boolean(),
  /** By which way it came in. */
  channel: CaseChannel,
  /** The day it came in, where that was before it was entered. */
  receivedOn: nullable(CalendarDate),
  contact: Type.Object({ name: Type.String(), email: Type.String(), phone: Type.String() }),
});
export type CaseView = Static<typeof CaseView>;
