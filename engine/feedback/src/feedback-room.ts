import { room } from '@irisflow/access';
import { copyMyFeedback, getMyFeedback, giveFeedback } from './give-feedback.ts';
import { getFeedback } from './read-feedback.ts';
import type { Surroundings } from './surroundings.ts';

/** How applicants found it. */
export const feedbackRoom = (surroundings: Surroundings) =>
  room(surroundings, { getMyFeedback, copyMyFeedback, giveFeedback, getFeedback });
