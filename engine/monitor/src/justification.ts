import { CaseworkError, requireReason } from '@irisflow/foundation';
import { InterventionCategory } from '@irisflow/casework';

/** Why somebody unmasks or repairs: words for the auditor, a category for the person concerned. */
export interface Justification {
  readonly reason: string;
  /** Without one, a technical problem is what had to be solved. */
  readonly category?: InterventionCategory;
}

/** As it goes on record; without words where nobody is asked for any. */
export interface Justified {
  readonly reason: string | null;
  readonly category: InterventionCategory;
}

const MAX_REASON = 2000;
const categories: readonly string[] = InterventionCategory.anyOf.map((literal) => literal.const);

/** The reason without blanks around it and its category; refused when the reason says nothing. */
export const requireJustification = ({ reason, category = 'incident' }: Justification): Required<Justification> => {
  const text = requireReason(typeof reason === 'string' ? reason : '', MAX_REASON);
  if (!categories.includes(category))
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a category out of ${categories.join(', ')}, but found ${category.slice(0, 40)}`,
    );
  return { reason: text, category };
};
