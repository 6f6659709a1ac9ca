import { room } from '@irisflow/access';
import { copyMyFeedback, getMyFeedback, giveFeedback } from './give-feedback.ts';
import { getFeedback } from './read-feedback.ts';
import { getAccessibilityStatement, saveAccessibilityStatement } from './statement/keep-statement.ts';
import {
  handleAccessibilityReport,
  listAccessibilityReports,
  makeAccessibilityReport,
  sweepReports,
} from './statement/reports.ts';
import type { Surroundings } from './surroundings.ts';

/** How applicants found it, and how accessible an administration says that its pages are. */
export const feedbackRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    getMyFeedback,
    copyMyFeedback,
    giveFeedback,
    getFeedback,
    getAccessibilityStatement,
    saveAccessibilityStatement,
    makeAccessibilityReport,
    listAccessibilityReports,
    handleAccessibilityReport,
    sweepReports,
  });
