import type { DecisionRequirements, Named } from './requirements.ts';

/** What can be evaluated by its id: a decision, or a service over several. */
export const evaluablesOf = ({
  decisions,
  services,
}: Pick<DecisionRequirements, 'decisions' | 'services'>): readonly Named[] => [...decisions, ...services];
