import type { ApplicationDraft, PrefilledValue } from '@irisflow/client';
import type { Prefilled } from '@irisflow/forms';
import type { Locale } from '@irisflow/ui';

/** Prefilled values by pointer, as the renderer takes them; sources by their key. */
export const prefilledOf = (values: readonly PrefilledValue[]): Prefilled =>
  Object.fromEntries(
    values.map(({ pointer, value, sourceKey, at, late = false }) => [pointer, { value, source: sourceKey, at, late }]),
  );

/** The names of the sources in one language, by key. */
export const sourceNamesOf = (
  { prefill }: Pick<ApplicationDraft, 'prefill'>,
  locale: Locale,
): Readonly<Record<string, string>> =>
  Object.fromEntries(prefill.map(({ sourceKey, source }) => [sourceKey, source[locale]]));
