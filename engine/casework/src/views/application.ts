import { RetirementNotice } from '@irisflow/procedures';
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

/** Where a prefilled value comes from. `pointer` is a JSON pointer into the form data. */
export const PrefilledValue = Type.Object({
  pointer: Type.String(),
  value: Type.Unknown(),
  source: LocalizedText,
  sourceKey: Type.String(),
  at: Instant,
  mode: Type.Union([Type.Literal('locked'), Type.Literal('editable'), Type.Literal('suggest')]),
  /** The source answered after the form was opened: it fills what is empty and replaces nothing that was typed. */
  late: Type.Optional(Type.Boolean()),
  /** What the person it is about says is wrong with it; the value stays until its source corrects it. */
  disputed: Type.Optional(Type.Object({ reason: Type.String(), at: Instant })),
});
export type PrefilledValue = Static<typeof PrefilledValue>;

/** A source that could not answer when the form was opened; its fields are asked instead. */
export const UnavailableSource = Type.Object({
  sourceKey: Type.String(),
  source: LocalizedText,
  /** `notAuthorized` when the administration may not ask it (yet), `onPaper` when it has it proven on paper for a while, `notApplicable` when nobody applies by whose number it could be asked. */
  reason: Type.Optional(
    Type.Union([
      Type.Literal('unavailable'),
      Type.Literal('notAuthorized'),
      Type.Literal('onPaper'),
      Type.Literal('notApplicable'),
    ]),
  ),
});
export type UnavailableSource = Static<typeof UnavailableSource>;

/**
 * By which way a case came in: people fill their own in the portal, clerks what they are told, shown or sent; the office opens
 * one of its own motion, another system by the API, another case by its process, and a schedule when its day has come; another
 * administration sends one on, and a file brings those of an earlier system.
 */
export const CaseChannel = Type.Union([
  Type.Literal('portal'),
  Type.Literal('call'),
  Type.Literal('visit'),
  Type.Literal('mail'),
  Type.Literal('message'),
  Type.Literal('exOfficio'),
  Type.Literal('api'),
  Type.Literal('case'),
  Type.Literal('schedule'),
  Type.Literal('transfer'),
  Type.Literal('import'),
]);
export type CaseChannel = Static<typeof CaseChannel>;

/** For whom an office fills an application. */
export const OfficeApplicant = Type.Object({ name: Type.String(), email: nullable(Type.String()) });
export type OfficeApplicant = Static<typeof OfficeApplicant>;

export const DraftSummary = Type.Object({
  id: OpaqueId,
  procedureKey: Type.String(),
  title: LocalizedText,
  savedAt: Instant,
  /** Last day on which it is kept, unless it is saved again before. */
  keptUntil: CalendarDate,
  /** Until when it can be filed, where its procedure ends; left out where that goes on. */
  retirement: Type.Optional(RetirementNotice),
});
export type DraftSummary = Static<typeof DraftSummary>;

/** A stored file as forms refer to it. `id` names the document, `sha256` its content. */
export const DocumentReference = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  size: Type.Integer(),
  mediaType: Type.String(),
  sha256: Type.String(),
});
export type DocumentReference = Static<typeof DocumentReference>;

/** An application being filled. `form` is the published form artifact. */
export const ApplicationDraft = extend(DraftSummary, {
  procedureVersion: Type.Integer(),
  revision: Type.Integer(),
  language: Locale,
  form: Type.Unknown(),
  data: FormData,
  prefill: Type.Array(PrefilledValue),
  unavailable: Type.Array(UnavailableSource),
  page: nullable(Type.String()),
  /** Left out where its administration has the platform's look. */
  look: Type.Optional(Look),
  /** Cases of the same person and procedure that go on: is this the same matter? */
  openCases: Type.Array(Type.Object({ id: OpaqueId, reference: Type.String(), submittedAt: Instant })),
  /** Where a clerk fills it for somebody. */
  office: Type.Optional(
    Type.Object({
      applicant: OfficeApplicant,
      channel: CaseChannel,
      receivedOn: nullable(CalendarDate),
      /** What somebody said, of which it comes. */
      contactId: nullable(OpaqueId),
      /** The paper itself, beside the files that the form asks for. */
      scans: Type.Array(DocumentReference),
    }),
  ),
});
export type ApplicationDraft = Static<typeof ApplicationDraft>;

export const SubmissionReceipt = Type.Object({ caseId: OpaqueId, reference: Type.String(), receivedAt: Instant });
export type SubmissionReceipt = Static<typeof SubmissionReceipt>;
