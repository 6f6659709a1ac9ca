import { requireClerkCase } from '@irisflow/casework';
import { listNoticesOfCase } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { NoticeView } from '../views/notice.ts';
import { readWhole, viewNotices } from '../views/view-notice.ts';

/** The letters of a case of which it matters when they arrive, the newest first, with all that became of them. */
export const listOfOfficeCase: UseCase<{ readonly caseId: string }, NoticeView[]> = async (
  surroundings,
  actor,
  { caseId },
) => {
  const { database } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  const notices = await listNoticesOfCase(database, caseId);
  return viewNotices(database, await readWhole(surroundings, database, { row, notices }));
};
