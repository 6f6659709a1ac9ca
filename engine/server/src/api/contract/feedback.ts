import { PlainKey } from '@irisflow/access';
import {
  AccessibilityReports,
  AccessibilityStatement,
  FeedbackMoment,
  FeedbackNumbers,
  MAX_COMMENT,
  MyFeedback,
  NewAccessibilityReport,
  Score,
  StatementTexts,
} from '@irisflow/feedback';
import { CalendarDate, OpaqueId, Ordinal } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, citizens, clerks, operationsOf, submissionLimit } from './operation.ts';

/** Somebody who meets several obstacles reports them; nobody floods an office. */
const reportLimit = { max: 5, seconds: 600 } as const;
const byCase = Type.Object({ caseId: OpaqueId });

/** How applicants found it, and how accessible an administration says that its pages are. */
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
  getAccessibilityStatement: {
    method: 'GET',
    path: '/api/administrations/{administration}/accessibility-statement',
    summary: 'What an administration says of how accessible its pages are, in its own words.',
    access: 'public',
    params: Type.Object({ administration: PlainKey }),
    reply: AccessibilityStatement,
  },
  saveAccessibilityStatement: {
    method: 'PUT',
    path: '/api/administration/accessibility-statement',
    summary: 'Says for my administration how accessible its pages are; refused to whoever wrote from an older text.',
    access: administrators,
    body: Type.Object({ revision: Ordinal, texts: StatementTexts }),
    reply: AccessibilityStatement,
  },
  makeAccessibilityReport: {
    method: 'POST',
    path: '/api/administrations/{administration}/accessibility-reports',
    summary: 'Tells an administration what stands in the way on a page; without signing in, and without saying who.',
    access: 'public',
    limit: reportLimit,
    params: Type.Object({ administration: PlainKey }),
    body: NewAccessibilityReport,
    bodyBytes: 16 * 1024,
    reply: 'none',
  },
  listAccessibilityReports: {
    method: 'GET',
    path: '/api/administration/accessibility-reports',
    summary: 'The obstacles that were reported to my administration, those that wait first.',
    access: administrators,
    reply: AccessibilityReports,
  },
  handleAccessibilityReport: {
    method: 'PUT',
    path: '/api/administration/accessibility-reports/{reportId}/handling',
    summary:
      'Says that a reported obstacle is dealt with, or that it is not after all; the first ends its keeping sooner.',
    access: administrators,
    params: Type.Object({ reportId: OpaqueId }),
    body: Type.Object({ isHandled: Type.Boolean() }),
    reply: AccessibilityReports,
  },
});
