import { CaseworkError } from '@irisflow/foundation';

/**
 * Why the engine did not do what it was asked. `unavailable`: it surely did nothing; `uncertain`: nobody knows;
 * `notFound`, `conflict` and `invalid`: it answered no, because of what it was asked; `refused`: it answered no to us.
 */
export type EngineFailureKind = 'unavailable' | 'uncertain' | 'notFound' | 'conflict' | 'invalid' | 'refused';

export class EngineFailure extends Error {
  readonly kind: EngineFailureKind;

  constructor(kind: EngineFailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EngineFailure';
    this.kind = kind;
  }
}

export const isEngineFailure = (thrown: unknown, ...kinds: readonly EngineFailureKind[]): thrown is EngineFailure =>
  thrown instanceof EngineFailure && (kinds.length === 0 || kinds.includes(thrown.kind));

/** What the caller of casework hears when the engine failed. */
export const toCaseworkError = (failure: EngineFailure): CaseworkError => {
  const code = {
    unavailable: 'ENGINE_UNAVAILABLE',
    uncertain: 'ENGINE_UNAVAILABLE',
    notFound: 'NOT_FOUND',
    conflict: 'ENGINE_CONFLICT',
    invalid: 'INPUT_INVALID',
    refused: 'ENGINE_REFUSED',
  } as const;
  return new CaseworkError(code[failure.kind], failure.message, { cause: failure });
};

/** Runs engine work for a caller of casework: engine failures become refusals that a gateway can show. */
export const askEngine = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (thrown) {
    throw thrown instanceof EngineFailure ? toCaseworkError(thrown) : thrown;
  }
};
