import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** Outcomes for which two rules say how long to keep: nobody would know which one counts. */
export const lintRetention = ({ description }: ProcedureFolder): ProcedureProblem[] => {
  const rules = description?.retention ?? [];
  return rules.flatMap(({ outcomes }, index) =>
    outcomes
      .filter((outcome) => rules.slice(0, index).some((earlier) => earlier.outcomes.includes(outcome)))
      .map((subject) =>
        problemOf({
          file: 'procedure.json',
          code: 'RETENTION_TWICE',
          subject,
          place: { pointer: `/retention/${index}/outcomes` },
        }),
      ),
  );
};
