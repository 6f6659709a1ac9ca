/** Bounds that keep every expression harmless, whoever wrote it. */
export const feelLimits = Object.freeze({
  /** Characters of one expression. */
  text: 10_000,
  /** Steps of reading one expression, about a microsecond each. */
  effort: 100_000,
  /** Steps of reading all that is deployed together: about a second. */
  deploymentEffort: 1_000_000,
  /** Nesting of one expression; chains such as `a + b + c` count once. */
  depth: 64,
  /** Operators of one chain such as `a + b + c`, where a text is longer than `chainText`. */
  chain: 100,
  /** Characters up to which a chain may be as long as it likes. */
  chainText: 2_000,
  /** Steps of one evaluation: an iteration, a call, a visited item, or sixteen characters of text. */
  fuel: 1_000_000,
  /** Items of one list an expression builds. */
  listItems: 100_000,
  /** Characters of one string an expression builds. */
  stringLength: 1_048_576,
  /** Characters that a result has as JSON, roughly: one message of the gateways holds no more. */
  result: 4_194_304,
  /** Nesting of JSON; what is deeper is of no use to anybody, and some readers refuse it. */
  jsonDepth: 100,
  /** Function calls inside function calls. */
  calls: 200,
  /** Warnings kept of one evaluation; the rest adds nothing. */
  warnings: 50,
});
