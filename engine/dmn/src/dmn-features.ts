import type { DmnProblemCode } from './dmn-problem-codes.ts';

/** One thing the DMN standard has, and what we make of it. */
export type DmnFeature =
  | { readonly feature: string; readonly status: 'works' }
  /** Refused when a file is read, with a problem of that code. */
  | { readonly feature: string; readonly status: 'refused'; readonly code: DmnProblemCode };

const works = (...features: string[]): DmnFeature[] => features.map((feature) => ({ feature, status: 'works' }));

const refused = (feature: string, code: DmnProblemCode): DmnFeature => ({ feature, status: 'refused', code });

/** What works and what is refused, for documentation; a test proves each line with a small model. */
export const dmnFeatures: readonly DmnFeature[] = Object.freeze([
  ...works('DMN 1.1', 'DMN 1.2', 'DMN 1.3', 'DMN 1.4', 'DMN 1.5'),
  ...works('literal expression', 'decision table', 'context', 'invocation', 'list', 'relation', 'function definition'),
  ...works('conditional', 'filter', 'for', 'some', 'every'),
  ...works('unique hit policy', 'any hit policy', 'first hit policy', 'priority hit policy'),
  ...works('rule order hit policy', 'output order hit policy', 'collect hit policy'),
  ...works('priority hit policy without output values', 'output order hit policy without output values'),
  ...works('sum', 'count', 'min', 'max', 'default output'),
  ...works('input decision without logic'),
  ...works('function that is only drawn', 'cell about ?', 'input without a value'),
  ...works('required decision', 'business knowledge model', 'decision service', 'decision service called from FEEL'),
  ...works('typed input', 'item definition', 'allowed values', 'type constraint', 'collection', 'typed result'),
  ...works('typed parameter', 'function type'),
  refused('import', 'DMN_IMPORT'),
  refused('Java function', 'DMN_LOGIC_UNSUPPORTED'),
  refused('PMML function', 'DMN_LOGIC_UNSUPPORTED'),
  refused('external function in FEEL', 'DMN_FEEL'),
  refused('expression language other than FEEL', 'DMN_EXPRESSION_LANGUAGE'),
  refused('cyclic requirement', 'DMN_CYCLE'),
  refused('recursive business knowledge model', 'DMN_CYCLE'),
  refused('decision without logic', 'DMN_LOGIC_MISSING'),
  refused('decision without id', 'DMN_ID_MISSING'),
  refused('content outside the standard', 'DMN_UNKNOWN_CONTENT'),
]);
