import type { Static, TObject, TSchema } from 'typebox';

import type { LocalizedText } from './localized-text.ts';
import type { RunContext } from './run-context.ts';

/** How one input is called and explained in the designer; `choices` names the values of an enumeration. */
export type ConnectorField = {
  readonly label: LocalizedText;
  readonly hint?: LocalizedText;
  readonly choices?: Readonly<Record<string, LocalizedText>>;
  /**
   * Written into the model as it is: no expression computes it, so nothing that a process learned gets into it. Such an input is
   * a header of the task and always a text.
   */
  readonly isFixed?: true;
  /** The input exists only for these values of another input; otherwise it is neither shown nor read. */
  readonly when?: { readonly field: string; readonly oneOf: readonly string[]; readonly need: 'required' | 'optional' };
};

/** An authentic source. Why it may be asked, the platform says: an administrator authorizes a procedure to ask it. */
export type ConsultedSource =
  | { readonly source: string }
  /** For a connector that asks several: the input that names the one. */
  | { readonly sourceFrom: string };

/**
 * A connector: from this one definition come the worker, the element template per language, the documentation page and the
 * sandbox check.
 *
 * Life of one job: the declared inputs are read from the job's variables of the same names, checked against `input`, handed
 * to `run`; the answer is checked against `output` and lands in the variable that the task header `resultVariable` names, or
 * else in `resultName`.
 */
export type ConnectorDefinition<
  Input extends TObject = TObject,
  Output extends TSchema = TSchema,
  Code extends string = string,
> = {
  /**
   * Job type, never reused for something else: `<key of the administration>.<name>` in kebab-case. A type without the key is
   * the platform's own.
   */
  readonly type: string;
  /** Raised with every change that a modeler must accept. */
  readonly version: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly resultName: string;
  readonly input: Input;
  readonly fields: { readonly [Name in keyof Input['properties']]: ConnectorField };
  readonly output: Output;
  /** The business answers that a model may catch, by BPMN error code. */
  readonly errors: { readonly [C in Code]: LocalizedText };
  /**
   * The input by whose values the model names further codes: for a connector whose other side has answers of its own, which the
   * model knows and the connector does not.
   */
  readonly errorCodesFrom?: string;
  readonly consults?: ConsultedSource;
  readonly secrets?: readonly string[];
  readonly settings?: readonly string[];
  /**
   * `many` when each job may speak to another host, so that one failing host says nothing about the next; the hosts are then
   * those that the administration of the case allows. Otherwise they are those of the connector's settings.
   */
  readonly targets?: 'one' | 'many';
  /** Longest time for one run, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a technical failure is tried before it becomes an incident. */
  readonly retries: number;
  /** At most so many runs in any minute by one worker, where its source sets a limit; what waits for that uses up no try. */
  readonly ratePerMinute?: number;
  /** Pause before the second try, in milliseconds; doubles with each further one, and differs by up to half from job to job. */
  readonly backoffMs: number;
  /** Valid input for the documentation and the sandbox check. */
  readonly example: Static<Input>;
  // A method, so that connectors of different inputs fit in one list.
  run(input: Static<Input>, context: RunContext): Promise<Static<Output>>;
};

/** A checked and frozen definition of any input and output. */
export type Connector = ConnectorDefinition;
