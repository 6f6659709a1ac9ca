import type { SourceAnswer } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import type { Permission } from './permission.ts';

type Values = Readonly<Record<string, unknown>>;

/** A question to a source from the desk. Each person it is about is asked for first, and the outcome is told. */
export interface RegisterQuestion {
  readonly sourceKey: string;
  /** What the connector of the source takes. */
  readonly input: Values;
  readonly ask: (subject: string) => Promise<Permission>;
  readonly record: (consultationId: string, outcome: string) => Promise<void>;
}

/** The connectors of authentic sources, as the desk reaches them. */
export interface Registers {
  /** Whether the platform has the connector of this source itself. */
  readonly canAsk: (sourceKey: string) => boolean;
  /** Asks with the connector that processes use; its output, cut to the authorized fields. */
  readonly ask: (question: RegisterQuestion) => Promise<SourceAnswer>;
  /**
   * An output of the connector in the shape in which forms know it, without what a form only fills in beside it; names of
   * places in the language, where the output does not say which is the person's.
   */
  readonly asFormsKnow: (sourceKey: string, output: Values, language: Locale) => Values;
  /** A value that a form was prefilled with, without what the form itself only fills in beside it. */
  readonly asWasSaid: (sourceKey: string, field: string, value: unknown) => unknown;
}

/** Where the platform has no connectors of sources. */
export const noRegisters: Registers = {
  canAsk: () => false,
  ask: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
  asFormsKnow: (_sourceKey, output) => output,
  asWasSaid: (_sourceKey, _field, value) => value,
};
