import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** Whoever comes by a link is known at level low: offered where more is asked, it would let nobody file, or read what they filed. */
export const lintAssurance = ({ description }: ProcedureFolder): ProcedureProblem[] => {
  if (description?.mailLink !== true) return [];
  const { assurance = {} } = description;
  return (['file', 'read'] as const)
    .filter((act) => (assurance[act] ?? 'low') !== 'low')
    .map((act) =>
      problemOf({
        file: 'procedure.json',
        code: 'MAIL_LINK_TOO_WEAK',
        subject: assurance[act] ?? '',
        place: { pointer: `/assurance/${act}` },
      }),
    );
};
