import type { LocalizedText } from '@irisflow/client';

/** One value of a parameter between two days, both included; open at the end when `validTo` is null. */
export interface DatedValue {
  value: number;
  validFrom: string;
  validTo: string | null;
  legalRef: string;
}

export interface Parameter {
  key: string;
  label: LocalizedText;
  unit: string;
  values: DatedValue[];
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Adds a value from a day on; the open value before it ends the day before. */
export const addDatedValue = (parameter: Parameter, value: DatedValue): Parameter => {
  const closed = parameter.values.map((older) =>
    older.validTo === null && older.validFrom < value.validFrom
      ? { ...older, validTo: dayBefore(value.validFrom) }
      : older,
  );
  return { ...parameter, values: [...closed, value].toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)) };
};

/** Days on which no value or two values hold, between the first and the last value. */
export const coverageProblems = (values: readonly DatedValue[]): ('gap' | 'overlap')[] => {
  const ordered = values.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const problems = new Set<'gap' | 'overlap'>();
  for (const [index, value] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined) continue;
    if (value.validTo === null || value.validTo >= next.validFrom) problems.add('overlap');
    else if (value.validTo < dayBefore(next.validFrom)) problems.add('gap');
  }
  return [...problems];
};

export const isCurrent = (value: DatedValue, today: string): boolean =>
  value.validFrom <= today && (value.validTo === null || today <= value.validTo);
