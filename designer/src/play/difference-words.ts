import type { Difference } from '@irisflow/scenarios';
import { useTexts } from '../texts/use-texts.ts';
import { letterName, useStatusName } from './effect-words.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { NameOf } from './use-facts.ts';
import { humanName } from './value-shape.ts';

const inWords = (value: unknown, nothing: string): string => {
  if (value === null || value === undefined || value === '') return nothing;
  if (Array.isArray(value)) return value.map((item) => inWords(item, nothing)).join(', ') || nothing;
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => `${humanName(name)}: ${inWords(inner, nothing)}`)
      .join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What came after the last place that was as expected is told this far. */
const mostTold = 5;

/** Where a scenario went otherwise, as a sentence in the words of the drawing. */
export const useDifferenceText = (facts: ProcedureFacts, nameOf: NameOf): ((difference: Difference) => string) => {
  const t = useTexts();
  const statusName = useStatusName(facts);
  const nothing = t('value.nothing');
  const names = (ids: readonly string[]): string =>
    ids.map((id) => (id === 'end' ? t('difference.end') : nameOf(id))).join(', ') || nothing;
  const letters = (keys: readonly string[]): string =>
    keys.map((key) => letterName(facts, key, t.locale)).join(', ') || nothing;
  const tellers: { readonly [Kind in Difference['kind']]: (one: Extract<Difference, { kind: Kind }>) => string } = {
    incident: ({ elementId, message }) => t('difference.incident', { element: nameOf(elementId), message }),
    notReached: ({ missed, after, instead }) =>
      t('difference.notReached', {
        after: after === null ? t('difference.start') : nameOf(after),
        expected: names(missed.slice(0, 1)),
        found: names(instead.slice(0, mostTold)),
      }),
    entered: ({ elements }) => t('difference.entered', { elements: names(elements) }),
    rests: ({ expected, found }) => t('difference.rests', { expected: names(expected), found: names(found) }),
    variable: ({ name, expected, found }) =>
      t('difference.variable', {
        name: humanName(name),
        expected: inWords(expected, nothing),
        found: inWords(found, nothing),
      }),
    letters: ({ missing, unexpected }) =>
      t('difference.letters', { missing: letters(missing), unexpected: letters(unexpected) }),
    status: ({ expected, found }) =>
      t('difference.status', {
        expected: statusName(expected),
        found: found === null ? nothing : statusName(found),
      }),
    noTask: ({ step, elementId, open }) => t('difference.noTask', { step, task: nameOf(elementId), open: names(open) }),
    restless: ({ rounds }) => t('difference.restless', { rounds }),
    broken: ({ message }) => message,
  };
  return (difference) => (tellers[difference.kind] as (one: Difference) => string)(difference);
};
