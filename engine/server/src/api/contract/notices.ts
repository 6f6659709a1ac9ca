import { FateToSay, MyNotice, NoticeView } from '@irisflow/notices';
import { OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

/** Letters of which it matters when they arrive: what became of each, and what it starts. */
export const noticeOperations = operationsOf({
  listMyNotices: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/notices',
    summary: 'My letters of a case of which it matters when they arrive, and until when I have what they start.',
    access: citizens,
    params: byCase,
    reply: Type.Array(MyNotice),
  },
  listCaseNotices: {
    method: 'GET',
    path: '/api/cases/{caseId}/notices',
    summary: 'The same letters of a case with all that became of them, the newest first.',
    access: clerks,
    params: byCase,
    reply: Type.Array(NoticeView),
  },
  sayNoticeFate: {
    method: 'POST',
    path: '/api/notices/{noticeId}/fates',
    summary: 'Writes what became of a letter, with a reason; what was said before stays, and may be corrected by this.',
    access: clerks,
    params: Type.Object({ noticeId: OpaqueId }),
    body: FateToSay,
    reply: NoticeView,
  },
});
