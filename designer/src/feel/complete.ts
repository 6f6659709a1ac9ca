import { feelBuiltins } from '@irisflow/feel';
import type { NameChoice } from '../conditions/choices-of-names.ts';

/** Something that may be put where one types. */
export interface Suggestion {
  readonly text: string;
  /** In the reader's words. */
  readonly label: string;
  /** Who gives it its value, or that it is a function. */
  readonly origin: string;
}

/** The beginning of a name before a place in a text, and where it starts. */
export const typedAt = (text: string, caret: number): { readonly word: string; readonly from: number } => {
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  return { word, from: caret - word.length };
};

const MAX_SUGGESTIONS = 12;

const functionNames = [
  ...new Set(feelBuiltins.filter(({ since }) => since !== 'Camunda, older name').map(({ name }) => name)),
];

/** What may be meant by a beginning: names by what they are called or by their key, then functions. */
export const suggestionsFor = (word: string, names: readonly NameChoice[], functionWord: string): Suggestion[] => {
  const wanted = word.toLowerCase();
  const rank = ({ name, label }: NameChoice): number => {
    if (name.toLowerCase().startsWith(wanted)) return 0;
    if (label.toLowerCase().startsWith(wanted)) return 1;
    return `${name} ${label}`.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const fitting = names
    .map((choice) => ({ choice, at: rank(choice) }))
    .filter(({ choice, at }) => at < 3 && choice.name !== word)
    .toSorted((a, b) => a.at - b.at)
    .map(({ choice: { name, label, group } }): Suggestion => ({ text: name, label, origin: group }));
  const functions = functionNames
    .filter((name) => wanted !== '' && name.startsWith(wanted))
    .map((name): Suggestion => ({ text: `${name}(`, label: `${name}()`, origin: functionWord }));
  return [...fitting, ...functions].slice(0, MAX_SUGGESTIONS);
};
