import { exactText, toJson } from '@irisflow/feel';
import type { EvaluatedValue } from './decision-result.ts';

/** A value for the story of a decision. */
export const traced = (value: unknown): Pick<EvaluatedValue, 'value' | 'text'> => {
  const text = exactText(value);
  return { value: toJson(value), ...(text === null ? {} : { text }) };
};
