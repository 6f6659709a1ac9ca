import type { LocalizedText, SourceAuthorizationView, SourcesOfProcedure } from '@irisflow/client';
import { authorizationState } from './authorization-state.ts';
import { wrongDay } from './last-day.ts';
import { isComplete, noText, trimmed } from './LocalizedFields.tsx';
import type { Granted } from './use-authorizations.ts';

/** An authorization while it is filled in. */
export interface AuthorizationDraft {
  readonly procedureKey: string | undefined;
  readonly sourceKey: string | undefined;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly fields: readonly string[];
  readonly validUntil: string | undefined;
}

export const emptyDraft: AuthorizationDraft = {
  procedureKey: undefined,
  sourceKey: undefined,
  purpose: noText,
  legalBasis: noText,
  fields: [],
  validUntil: undefined,
};

export type DeclaredSource = SourcesOfProcedure['sources'][number];

export const sourcesOf = (
  declared: readonly SourcesOfProcedure[],
  key: string | undefined,
): readonly DeclaredSource[] => declared.find(({ procedureKey }) => procedureKey === key)?.sources ?? [];

/** A draft for a source begins with what its procedure declares; an administrator may say less, or say it better. */
export const withSource = (draft: AuthorizationDraft, source: DeclaredSource | undefined): AuthorizationDraft =>
  source === undefined
    ? { ...emptyDraft, procedureKey: draft.procedureKey, validUntil: draft.validUntil }
    : {
        ...draft,
        sourceKey: source.key,
        purpose: source.purpose,
        legalBasis: source.legalBasis,
        fields: source.fields,
      };

/** What can be granted; undefined while something is missing. */
export const grantedOf = (draft: AuthorizationDraft, today: string): Granted | undefined => {
  const { procedureKey, sourceKey, purpose, legalBasis, fields, validUntil } = draft;
  if (procedureKey === undefined || sourceKey === undefined) return undefined;
  if (!isComplete(purpose) || !isComplete(legalBasis) || wrongDay(validUntil, today) !== undefined) return undefined;
  return {
    procedureKey,
    sourceKey,
    purpose: trimmed(purpose),
    legalBasis: trimmed(legalBasis),
    fields,
    validUntil: validUntil ?? null,
  };
};

/** The authorization that a new one would end. */
export const standingOf = (
  all: readonly SourceAuthorizationView[],
  draft: Pick<AuthorizationDraft, 'procedureKey' | 'sourceKey'>,
  today: string,
): SourceAuthorizationView | undefined =>
  all.find(
    (one) =>
      one.procedureKey === draft.procedureKey &&
      one.sourceKey === draft.sourceKey &&
      authorizationState(one, today) === 'inForce',
  );
