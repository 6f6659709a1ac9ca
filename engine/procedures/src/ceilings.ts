import type { ParameterList } from './parameters.ts';
import type { QuotaDescription } from './quota-description.ts';

/** How many places there are, from a day to another; without end where that is null. */
export interface DatedCeiling {
  readonly ceiling: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalRef: string;
}

type Declared = Pick<QuotaDescription, 'ceiling'>;

/** The ceilings of a quota by their days, the first of them first. */
export const ceilingsOf = (parameters: ParameterList, { ceiling: wanted }: Declared): DatedCeiling[] =>
  (parameters.find(({ key }) => key === wanted)?.values ?? [])
    .map(({ value, validFrom, validTo, legalRef }) => ({ ceiling: value, validFrom, validTo, legalRef }))
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));

/** How many places there are on a day; null where nothing says so. */
export const ceilingOn = (parameters: ParameterList, quota: Declared, day: string): number | null =>
  ceilingsOf(parameters, quota).find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )?.ceiling ?? null;
