import type { FrameKey } from '../texts/frame-texts.ts';
import type { Problems } from './problems.ts';

/** What everybody who works with the platform is told in the same words; citizens read the words of the portal. */
export const staffProblems: Problems<FrameKey> = {
  INPUT_INVALID: { title: 'problem.input', text: 'problem.input.text' },
  INVALID_REQUEST: { title: 'problem.input', text: 'problem.input.text' },
  ENGINE_UNAVAILABLE: { title: 'problem.engine', text: 'problem.engine.text' },
  ENGINE_REFUSED: { title: 'problem.refused', text: 'problem.refused.text' },
  401: { title: 'problem.signedOut', text: 'problem.signedOut.text' },
  403: { title: 'problem.forbidden', text: 'problem.forbidden.text' },
  429: { title: 'problem.tooOften', text: 'problem.tooOften.text' },
};
