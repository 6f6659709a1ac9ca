import type { Actor } from '@irisflow/access';
import type { feedbackOperations } from '../api/contract/feedback.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

/** Whoever reports an obstacle is not written down, signed in or not. */
const nobody: Actor = { kind: 'anonymous' };

export const createFeedbackHandlers = ({
  casework: { feedback },
}: HandlerOptions): Handlers<keyof typeof feedbackOperations> => ({
  getMyFeedback: ({ actor, params }) => feedback.getMyFeedback(actor, params),
  giveFeedback: ({ actor, params, body }) => feedback.giveFeedback(actor, { ...params, ...body }),
  getFeedback: ({ actor, query }) => feedback.getFeedback(actor, query),
  getAccessibilityStatement: ({ actor, params }) => feedback.getAccessibilityStatement(actor, params),
  makeAccessibilityReport: ({ params, body }) => feedback.makeAccessibilityReport(nobody, { ...params, ...body }),
  listAccessibilityReports: ({ actor }) => feedback.listAccessibilityReports(actor, {}),
  handleAccessibilityReport: ({ actor, params, body }) =>
    feedback.handleAccessibilityReport(actor, { ...params, ...body }),
  saveAccessibilityStatement: ({ actor, body }) => feedback.saveAccessibilityStatement(actor, body),
});
