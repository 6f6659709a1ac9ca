import type { feedbackOperations } from '../api/contract/feedback.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createFeedbackHandlers = ({
  casework: { feedback },
}: HandlerOptions): Handlers<keyof typeof feedbackOperations> => ({
  getMyFeedback: ({ actor, params }) => feedback.getMyFeedback(actor, params),
  giveFeedback: ({ actor, params, body }) => feedback.giveFeedback(actor, { ...params, ...body }),
  getFeedback: ({ actor, query }) => feedback.getFeedback(actor, query),
  getAccessibilityStatement: ({ actor, params }) => feedback.getAccessibilityStatement(actor, params),
  saveAccessibilityStatement: ({ actor, body }) => feedback.saveAccessibilityStatement(actor, body),
});
