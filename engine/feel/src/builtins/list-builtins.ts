import { inOrder } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { examples } from './examples.ts';
import type { FeelOrigin } from './examples.ts';
import { builtinNamed, builtinNames } from './registry.ts';

/** A parameter as the author writes it in a call by name. */
export interface FeelBuiltinParameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
}

/** One way to call a built-in function. */
export interface FeelBuiltinForm {
  readonly parameters: readonly FeelBuiltinParameter[];
  /** Takes any number of arguments of its only parameter. */
  readonly isVariadic: boolean;
}

/** A built-in function for documentation and completion; the expression gives the result, both are FEEL. */
export interface FeelBuiltin {
  readonly name: string;
  readonly since: FeelOrigin;
  readonly forms: readonly FeelBuiltinForm[];
  readonly expression: string;
  readonly result: string;
}

const formsOf = (builtin: Builtin): FeelBuiltinForm[] =>
  inOrder(builtin).map(({ parameters, isVariadic }) => ({
    parameters: parameters.map(({ name, type, isOptional }) => ({
      name,
      type: type === 'point' ? 'any' : type,
      isOptional,
    })),
    isVariadic,
  }));

/** All built-in functions, sorted by name. */
export const feelBuiltins: readonly FeelBuiltin[] = Object.freeze(
  builtinNames.flatMap((name) => {
    const builtin = builtinNamed(name);
    const example = examples.get(name);
    return builtin === undefined || example === undefined ? [] : [{ name, forms: formsOf(builtin), ...example }];
  }),
);
