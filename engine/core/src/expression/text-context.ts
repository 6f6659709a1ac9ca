import { parseVariable, type FeelContext } from '@irisflow/feel';
import type { VariableTexts } from '../variables/split-variables.ts';

/** What an expression sees of variables that no scope holds yet: each is parsed when it is asked for. */
export const textContext = (variables: VariableTexts, { now, random }: Omit<FeelContext, 'variable'>): FeelContext => {
  const texts = new Map(variables);
  return {
    now,
    random: random ?? null,
    variable: (name) => {
      const text = texts.get(name);
      return text === undefined ? undefined : parseVariable(text);
    },
  };
};
