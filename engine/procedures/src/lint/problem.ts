import type { ProcedureProblem } from '@irisflow/foundation';
import { problemText, type Filling, type ProblemTextCode } from '../problem-texts.ts';

interface Place {
  readonly elementId?: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly severity?: 'error' | 'warning';
}

interface Finding {
  readonly file: string;
  readonly code: ProblemTextCode;
  readonly subject?: Filling;
  readonly found?: Filling;
  readonly place?: Place;
}

/** One problem of a folder with its text in every language. */
export const problemOf = ({ file, code, subject = '', found = '', place = {} }: Finding): ProcedureProblem => ({
  file,
  code,
  severity: place.severity ?? 'error',
  message: problemText(code, { subject, found }),
  elementId: place.elementId ?? null,
  pointer: place.pointer ?? null,
  line: place.line ?? null,
});
