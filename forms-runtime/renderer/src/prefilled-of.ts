import type { Prefilled, PrefilledValue } from '@irisflow/forms';
import type { Locale } from '@irisflow/ui';

/** What a source said of one field, as the platform tells it. */
interface KnownValue extends Pick<PrefilledValue, 'value' | 'at' | 'late' | 'disputed'> {
  readonly pointer: string;
  readonly source: Readonly<Record<Locale, string>>;
  readonly sourceKey: string;
}

/** Prefilled values by pointer, sources by their key. */
export const prefilledOf = (values: readonly KnownValue[]): Prefilled =>
  Object.fromEntries(
    values.map(({ pointer, value, sourceKey, at, late = false, disputed }) => [
      pointer,
      { value, source: sourceKey, at, late, ...(disputed && { disputed }) },
    ]),
  );

/** The names of the sources in one language, by key. */
export const sourceNamesOf = (values: readonly KnownValue[], locale: Locale): Readonly<Record<string, string>> =>
  Object.fromEntries(values.map(({ sourceKey, source }) => [sourceKey, source[locale]]));
