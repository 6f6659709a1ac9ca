import type { LocalizedText } from '@irisflow/foundation';
import type { CaseTerm } from './storage/terms.ts';

/** A day as people write it here. */
const written = (day: string): string => day.split('-').toReversed().join('/');

/** Which term, and when it is due, behind a text of the timeline. */
export const termWords = ({ label, dueOn }: Pick<CaseTerm, 'label' | 'dueOn'>): LocalizedText => ({
  fr: `(${label.fr}, échéance le ${written(dueOn)})`,
  nl: `(${label.nl}, vervalt op ${written(dueOn)})`,
  en: `(${label.en}, due on ${written(dueOn)})`,
});

/** Which term, what its day was and is, and why. */
export const recountWords = (
  { label }: Pick<CaseTerm, 'label'>,
  { from, to, reason }: { from: string; to: string; reason: string },
): LocalizedText => ({
  fr: `${label.fr} : ${written(to)} au lieu du ${written(from)}. Motif : ${reason}`,
  nl: `${label.nl}: ${written(to)} in plaats van ${written(from)}. Reden: ${reason}`,
  en: `${label.en}: ${written(to)} instead of ${written(from)}. Reason: ${reason}`,
});
