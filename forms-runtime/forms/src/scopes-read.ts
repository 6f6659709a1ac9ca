import type { CompiledControl } from './compile-form.ts';
import { scopesOf } from './conditions.ts';
import type { Calculation, Condition, ControlOptions, Rule } from './form.ts';

/** What a calculation adds up or looks at. */
export const calcScopes = (calc: Calculation | undefined): readonly string[] => {
  if (calc === undefined) return [];
  if (calc.op === 'sum') return calc.scopes;
  if (calc.op === 'difference') return [calc.scope, calc.minus];
  return calc.op === 'test' ? scopesOf(calc.condition) : [calc.scope];
};

export const ruleScopes = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap((rule) => scopesOf(rule.condition));
const whenScopes = (when: Condition | undefined): readonly string[] => (when === undefined ? [] : scopesOf(when));

/** The field whose answer says which choices there are. */
export const choiceScopes = ({ codes }: ControlOptions): readonly string[] =>
  codes?.under === undefined ? [] : [codes.under];

/** Every field on which the visibility, the duty, the choices or the value of a control depends. */
export const scopesReadBy = (control: CompiledControl): readonly string[] => [
  ...ruleScopes([...control.showRules, ...control.enableRules]),
  ...whenScopes(control.requiredWhen),
  ...calcScopes(control.options.calc),
  ...choiceScopes(control.options),
];
