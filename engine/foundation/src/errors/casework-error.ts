import type { ProcedureProblem } from '../views/procedure-problem.ts';
import type { LocalizedText } from '../views/text.ts';
import { caseworkErrorCodes, type CaseworkErrorCode } from './error-codes.ts';

/** What is wrong with which field of a form. */
export interface FieldProblem {
  readonly pointer: string;
  readonly keyword: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface Particulars {
  readonly errors?: readonly FieldProblem[];
  readonly problems?: readonly ProcedureProblem[];
  readonly cause?: unknown;
}

/** A refusal: the caller asked for something that cannot be done. `detail` is for the log and the developer, in English. */
export class CaseworkError extends Error {
  readonly code: CaseworkErrorCode;
  readonly errors: readonly FieldProblem[] | null;
  readonly problems: readonly ProcedureProblem[] | null;

  constructor(code: CaseworkErrorCode, detail: string, particulars: Particulars = {}) {
    super(detail, particulars.cause === undefined ? undefined : { cause: particulars.cause });
    this.name = 'CaseworkError';
    this.code = code;
    this.errors = particulars.errors ?? null;
    this.problems = particulars.problems ?? null;
  }

  get status(): number {
    return caseworkErrorCodes[this.code].status;
  }

  get title(): LocalizedText {
    return caseworkErrorCodes[this.code].title;
  }

  get detail(): string {
    return this.message;
  }
}
