import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface DecidedAppeal {
  readonly id: string;
  /** The case that it is against, which was decided again since the appeal was recorded. */
  readonly against: string;
}

/** Appeals on paper that have not ended, of cases that were decided since they were recorded. Few at any time: each is ended within a minute. */
export const listDecidedAppeals = (db: Queryable): Promise<DecidedAppeal[]> =>
  tables(db)
    .selectFrom('case_file as a')
    .select(['a.id', 'a.appeal_of as against'])
    .where('a.appeal_of', 'is not', null)
    .where('a.closed_at', 'is', null)
    .where((find) =>
      find.exists(
        find
          .selectFrom('decision as d')
          .innerJoin('status_change as s', (join) => join.on('s.status', '=', 'submitted'))
          .select('d.id')
          .whereRef('d.case_id', '=', 'a.appeal_of')
          .whereRef('s.case_id', '=', 'a.id')
          .whereRef('d.decided_at', '>', 's.at'),
      ),
    )
    .orderBy('a.id')
    .$castTo<DecidedAppeal>()
    .execute();
