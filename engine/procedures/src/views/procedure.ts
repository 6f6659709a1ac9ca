import { Type, type Static } from 'typebox';
import { CalendarDate, EngineKey, Instant, LocalizedText, nullable, extend } from '@irisflow/foundation';
import { AdministrationView } from '@irisflow/access';
import { Look } from '@irisflow/branding';
import { VersionException } from './release-finding.ts';
import { LifeEvent, Theme } from '../procedure-page.ts';
import { RetirementNotice, RetirementState } from './retirement.ts';

/** A public service in the catalog. */
export const ProcedureSummary = Type.Object({
  key: Type.String(),
  version: Type.Integer(),
  title: LocalizedText,
  summary: LocalizedText,
  administration: AdministrationView,
  audience: Type.Array(Type.Union([Type.Literal('citizen'), Type.Literal('company')])),
  minutes: Type.Integer(),
  /** Other words for it, by language. */
  searchWords: Type.Object({
    fr: Type.Array(Type.String()),
    nl: Type.Array(Type.String()),
    en: Type.Array(Type.String()),
  }),
  themes: Type.Array(Theme),
  lifeEvents: Type.Array(LifeEvent),
  /** Left out where it goes on. */
  retirement: Type.Optional(RetirementNotice),
});
export type ProcedureSummary = Static<typeof ProcedureSummary>;

export const ProcedureView = extend(ProcedureSummary, {
  conditions: Type.Array(LocalizedText),
  documents: Type.Array(LocalizedText),
  steps: Type.Array(LocalizedText),
  legalBasis: Type.Array(Type.Object({ title: LocalizedText, url: nullable(Type.String()) })),
  sources: Type.Array(Type.Object({ key: Type.String(), name: LocalizedText, what: LocalizedText })),
  decisionDays: nullable(Type.Integer()),
  /** Euros; 0 is free, no amount depends on what the note says. */
  cost: nullable(Type.Object({ amount: nullable(Type.Number()), note: nullable(LocalizedText) })),
  contact: Type.Object({
    service: nullable(LocalizedText),
    address: nullable(LocalizedText),
    email: Type.String(),
    phone: Type.String(),
  }),
  /** Where one can come in person. */
  counter: nullable(
    Type.Object({
      name: LocalizedText,
      address: LocalizedText,
      hours: LocalizedText,
      appointment: nullable(Type.String()),
    }),
  ),
  hasEligibilityCheck: Type.Boolean(),
  /** Whether one may apply without an identity, by a link that is sent to an address. */
  hasMailLink: Type.Boolean(),
  /** Left out where its administration has the platform's look. */
  look: Type.Optional(Look),
});
export type ProcedureView = Static<typeof ProcedureView>;

export const ProcedureFileKind = Type.Union([
  Type.Literal('procedure'),
  Type.Literal('process'),
  Type.Literal('decision'),
  Type.Literal('form'),
  Type.Literal('letter'),
  Type.Literal('right'),
  Type.Literal('quota'),
  Type.Literal('obligation'),
  Type.Literal('codes'),
  Type.Literal('parameters'),
  Type.Literal('scenario'),
  Type.Literal('decisionTests'),
]);
export type ProcedureFileKind = Static<typeof ProcedureFileKind>;

export const ProcedureFile = Type.Object({ path: Type.String(), kind: ProcedureFileKind, content: Type.String() });
export type ProcedureFile = Static<typeof ProcedureFile>;

/** A file of a draft with who wrote it last, and in which revision of the draft. */
export const DraftFile = extend(ProcedureFile, {
  revision: Type.Integer(),
  writtenAt: Instant,
  writtenBy: nullable(Type.String()),
});
export type DraftFile = Static<typeof DraftFile>;

export const ProcedureDraft = Type.Object({
  key: Type.String(),
  title: LocalizedText,
  basedOnVersion: nullable(Type.Integer()),
  revision: Type.Integer(),
  updatedAt: Instant,
  updatedBy: nullable(Type.String()),
  changed: Type.Boolean(),
  /** Titles of the blocks that a release of the platform brings otherwise since that version. */
  changedBlocks: Type.Array(LocalizedText),
  files: Type.Array(DraftFile),
});
export type ProcedureDraft = Static<typeof ProcedureDraft>;

export const ImportedFileChange = Type.Object({
  path: Type.String(),
  kind: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('removed')]),
});
export type ImportedFileChange = Static<typeof ImportedFileChange>;

export const ImportPreview = Type.Object({
  key: Type.String(),
  title: LocalizedText,
  draft: nullable(
    Type.Object({
      revision: Type.Integer(),
      updatedAt: Instant,
      updatedBy: nullable(Type.String()),
      isUnpublished: Type.Boolean(),
    }),
  ),
  changes: Type.Array(ImportedFileChange),
});
export type ImportPreview = Static<typeof ImportPreview>;

export const ProcedureListItem = Type.Object({
  key: Type.String(),
  title: LocalizedText,
  administration: AdministrationView,
  publishedVersion: nullable(Type.Integer()),
  publishedAt: nullable(Instant),
  draftChanged: Type.Boolean(),
  updatedAt: Instant,
  running: Type.Integer(),
  incidents: Type.Integer(),
  /** What goes live at an hour to come; null when nothing is scheduled. */
  scheduled: nullable(
    Type.Object({
      goesLiveAt: Instant,
      state: Type.Union([Type.Literal('waiting'), Type.Literal('held'), Type.Literal('failing')]),
    }),
  ),
  /** How it ends; null where it goes on. */
  retirement: nullable(Type.Object({ closesOn: CalendarDate, isClosed: Type.Boolean(), state: RetirementState })),
});
export type ProcedureListItem = Static<typeof ProcedureListItem>;

/** What a second person said about the reasons that a version gives for asking about others than the applicant. */
export const VersionApproval = Type.Union([
  Type.Object({ state: Type.Literal('approved'), at: Instant, by: Type.String() }),
  /** `canApprove` is false for the person who published it. */
  Type.Object({ state: Type.Literal('waiting'), canApprove: Type.Boolean() }),
]);
export type VersionApproval = Static<typeof VersionApproval>;

export const ProcedureVersion = Type.Object({
  version: Type.Integer(),
  publishedAt: Instant,
  publishedBy: Type.String(),
  note: Type.String(),
  processDefinitionKey: nullable(EngineKey),
  running: Type.Integer(),
  /** Null when the version gives no reasons that need an approval. */
  approval: nullable(VersionApproval),
  /** Null when nothing spoke against it. */
  exception: nullable(VersionException),
});
export type ProcedureVersion = Static<typeof ProcedureVersion>;

/** A dated parameter that decisions read, e.g. an income ceiling. */
export const Parameter = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  unit: Type.String(),
  values: Type.Array(
    Type.Object({
      value: Type.Number(),
      validFrom: CalendarDate,
      validTo: nullable(CalendarDate),
      legalRef: Type.String(),
    }),
  ),
});
export type Parameter = Static<typeof Parameter>;
