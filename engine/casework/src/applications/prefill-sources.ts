import type { OwnAccess } from '@irisflow/procedures';

/** A consultation of an authentic source on behalf of a person. */
export interface SourceQuestion {
  readonly nationalNumber: string;
  /** Under which it stands in the log. */
  readonly consultationId: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly caseId?: string;
  /** Where the administration reaches the source itself; left out, as the installation does. */
  readonly access?: OwnAccess;
}

/** What a source answered: named values at a moment, or why not. */
export type SourceAnswer =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>>; readonly at: string }
  | { readonly ok: false; readonly reason: string };

/** Asks the source with this key. Never throws for what the source answers; a throw counts as no answer. */
export type PrefillSources = (sourceKey: string, question: SourceQuestion) => Promise<SourceAnswer>;
