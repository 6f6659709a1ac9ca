import type { Severity } from '@irisflow/bpmn';

/**
 * Everything that the analysis can find. Errors leave an instance that cannot end; none of them refuses a deployment.
 * The texts are in `messages/<locale>.json` under the same codes; a test keeps the two equal.
 */
export const soundnessCodes = {
  SOUNDNESS_DEADLOCK: 'error',
  SOUNDNESS_CHOICE_WITHOUT_WAY: 'error',
  SOUNDNESS_NO_WAY_TO_END: 'error',
  SOUNDNESS_ERROR_UNCAUGHT: 'error',
  SOUNDNESS_NOT_SYNCHRONIZED: 'warning',
  SOUNDNESS_NEVER_REACHED: 'warning',
  SOUNDNESS_MESSAGE_NEVER_SENT: 'warning',
  SOUNDNESS_ERROR_NEVER_THROWN: 'warning',
  SOUNDNESS_ESCALATION_NEVER_THROWN: 'warning',
  SOUNDNESS_BOUNDARY_NEVER_FIRES: 'warning',
} as const satisfies Record<`SOUNDNESS_${string}`, Severity>;

/** A case that comes there never ends: what nobody publishes without a reason. */
export const endlessCodes: readonly string[] = [
  'SOUNDNESS_DEADLOCK',
  'SOUNDNESS_CHOICE_WITHOUT_WAY',
  'SOUNDNESS_NO_WAY_TO_END',
];

export type SoundnessCode = keyof typeof soundnessCodes;
