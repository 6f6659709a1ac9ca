import { FeedbackMoment, FeedbackNumbers, MAX_COMMENT, MyFeedback, Score } from '@irisflow/feedback';
import { CalendarDate, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

/** How applicants found it. */
export const feedbackOperations = operationsOf({
  getMyFeedback: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/feedback',
    summary: 'What I am asked of how I found it, and what I answered.',
    access: citizens,
    params: byCase,
    reply: MyFeedback,
  },
  giveFeedback: {
    method: 'PUT',
    path: '/api/my/cases/{caseId}/feedback',
    summary: 'Says how I found it: once after filing and once after my case was closed, changed until a day later.',
    access: citizens,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({ moment: FeedbackMoment, score: Score, comment: Type.String({ maxLength: MAX_COMMENT }) }),
    reply: MyFeedback,
  },
  getFeedback: {
    method: 'GET',
    path: '/api/feedback',
    summary: 'How applicants found the procedures of my administration: numbers and words, of nobody.',
    access: clerks,
    query: Type.Object({
      from: CalendarDate,
      to: CalendarDate,
      procedureKey: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    reply: FeedbackNumbers,
  },
});
