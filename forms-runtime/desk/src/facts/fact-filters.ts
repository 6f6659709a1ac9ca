import type { FactView } from '@irisflow/client';

/** What a clerk looks for among the facts of a case. */
export const factFilters = ['all', 'contradicts', 'changed', 'corrected', 'unknown'] as const;
export type FactFilter = (typeof factFilters)[number];

/** Whether the source said something else before. */
export const hasChanged = ({ statements }: FactView): boolean => statements.length > 1;

const tests: { readonly [F in FactFilter]: (fact: FactView) => boolean } = {
  all: () => true,
  contradicts: ({ state }) => state === 'contradicts',
  changed: hasChanged,
  corrected: ({ corrections }) => corrections.length > 0,
  unknown: ({ state }) => state === 'unknown',
};

export const factsThat = (facts: readonly FactView[], filter: FactFilter): readonly FactView[] =>
  facts.filter(tests[filter]);
