import type { Queryable } from '@irisflow/database';
import { inEveryLocale, instantOf } from '@irisflow/foundation';
import type { ProcedureDescription } from '@irisflow/procedures';
import { listUnanswered } from '../storage/unanswered-sources.ts';
import type { UnansweredView } from '../views/case.ts';
import { consultationOutcome } from './consultation-outcome.ts';

/** What nobody has told about a case, in the words in which its procedure declares the source. */
export const viewUnanswered = async (
  db: Queryable,
  caseId: string,
  { sources }: ProcedureDescription,
): Promise<UnansweredView[]> =>
  (await listUnanswered(db, caseId)).map(({ source_key: key, outcome, since }) => {
    const declared = sources.find((source) => source.key === key);
    return {
      key,
      source: declared?.name ?? inEveryLocale(() => key),
      what: declared?.what ?? inEveryLocale(() => ''),
      since: instantOf(since),
      outcome: consultationOutcome(outcome),
    };
  });
