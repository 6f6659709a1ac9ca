import { FormData, Instant, Locale, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { OpenChange, SettledChange } from './change.ts';

/** Who asked: the form that was prefilled, a step of the process, or somebody at the desk; or the source told of a change by itself. */
export const AskedBy = Type.Union([
  Type.Literal('form'),
  Type.Literal('process'),
  Type.Literal('desk'),
  Type.Literal('source'),
]);

/** What a source said at a moment, and why and by which law it was asked. */
export const Statement = Type.Object({
  value: Type.Unknown(),
  at: Instant,
  askedBy: AskedBy,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
});
export type Statement = Static<typeof Statement>;

/** That the applicant says that a source is wrong: what it said then, what it should say, and the proof. */
export const CorrectionView = Type.Object({
  id: OpaqueId,
  at: Instant,
  said: Type.Unknown(),
  claimed: Type.String(),
  reason: Type.String(),
  document: Type.Object({ id: OpaqueId, name: Type.String() }),
});
export type CorrectionView = Static<typeof CorrectionView>;

/**
 * How what the source says stands to what the applicant said: `undeclared` when nobody asked the applicant, `unknown` when the
 * source did not say.
 */
export const FactState = Type.Union([
  Type.Literal('agrees'),
  Type.Literal('contradicts'),
  Type.Literal('undeclared'),
  Type.Literal('unknown'),
]);
export type FactState = Static<typeof FactState>;

/** One field of a source, beside what the applicant said. */
export const FactView = Type.Object({
  sourceKey: Type.String(),
  field: Type.String(),
  label: LocalizedText,
  /** Where the application asks the same, as a JSON pointer; its field says how to write the value. */
  pointer: nullable(Type.String()),
  /** Of a value that no field of the application asks. */
  format: nullable(Type.Literal('money')),
  declared: Type.Unknown(),
  state: FactState,
  /** The newest first, each only where the value changed. Empty while it is unknown. */
  statements: Type.Array(Statement),
  corrections: Type.Array(CorrectionView),
});
export type FactView = Static<typeof FactView>;

export const FactSource = Type.Object({
  key: Type.String(),
  name: LocalizedText,
  /** Whether the desk can ask it again. */
  canAskAgain: Type.Boolean(),
});
export type FactSource = Static<typeof FactSource>;

/** What the sources said in a case. `form` is the application's, which knows how its values are written. */
export const CaseFacts = Type.Object({
  /** Of the case. */
  language: Locale,
  form: Type.Unknown(),
  data: FormData,
  sources: Type.Array(FactSource),
  facts: Type.Array(FactView),
  /** What sources say otherwise than before, for whoever handles the case, and what became of it. */
  openChanges: Type.Array(OpenChange),
  settledChanges: Type.Array(SettledChange),
});
export type CaseFacts = Static<typeof CaseFacts>;
