import { trackVariables, VariableContext } from 'lezer-feel';

import { spendEffort } from './effort.ts';

/** What the parser knows at one place of the text, as far as its cost matters. */
interface Known {
  readonly children: readonly unknown[];
  readonly tokens: readonly string[];
}

type Step = (known: Known, ...rest: readonly unknown[]) => Known;
type Steps = Record<'shift' | 'reduce', Step>;

const entriesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.keys(value instanceof VariableContext ? (value.value as object) : value).length
    : 0;

/** Every beginning of every name is kept, and making those of a name takes the square of its length. */
const beginningsOf = (value: object, made: boolean): number =>
  Object.keys(value).reduce((sum, { length }) => sum + 4 + length + (made ? length ** 2 / 64 : 0), 0);

type Merge = (context: unknown, other: unknown) => unknown;

/**
 * The names that the parser learns while it reads, and what it copies of them: values that hold each other twice would
 * be copied for hours, and a thousand names a thousand times.
 */
class MeteredContext extends VariableContext {
  /** The parser tries several readings at once; one that is wrong may take a value, or nothing, for the name. */
  override set(key: string, value: unknown): this {
    // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- the library also gives numbers and nulls.
    spendEffort((beginningsOf(this.value as object, false) + String(key).length ** 2 / 64) / 8);
    return super.set(key, value);
  }

  override getKeys(): string[] {
    spendEffort(beginningsOf(this.value as object, true) / 8);
    return super.getKeys();
  }

  static __merge(context: unknown, other: unknown): unknown {
    spendEffort((1 + entriesOf(context) + entriesOf(other)) / 8);
    return merge.call(this, context, other);
  }
}

/** The library calls itself through this name, which its types keep to themselves. */
const { __merge: merge } = VariableContext as unknown as { readonly __merge: Merge };

/** Follows the names of a text, as the library does, and counts the steps that this takes. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- the type of the library.
export const meteredNames = (names: object): ReturnType<typeof trackVariables> => {
  const tracker = trackVariables(names, MeteredContext);
  const { shift, reduce } = tracker as unknown as Steps;
  const counted =
    (step: Step): Step =>
    (known, ...rest) => {
      spendEffort(1 + known.children.length / 512 + known.tokens.length / 256);
      return step(known, ...rest);
    };
  return Object.assign(tracker, { shift: counted(shift), reduce: counted(reduce) } satisfies Steps);
};
