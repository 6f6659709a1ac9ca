import type { noticeOperations } from '../api/contract/notices.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createNoticeHandlers = ({
  casework: { notices },
}: HandlerOptions): Handlers<keyof typeof noticeOperations> => ({
  listMyNotices: ({ actor, params }) => notices.listMine(actor, params),
  listCaseNotices: ({ actor, params }) => notices.listOfOfficeCase(actor, params),
  sayNoticeFate: ({ actor, params, body }) => notices.sayFate(actor, { ...params, ...body }),
});
