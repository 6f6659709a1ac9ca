import { caseStatuses, type RehearsalView, type RehearsedGroup } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

type Ending = RehearsedGroup['before'];
type Part = RehearsedGroup['partings'][number];

/** How groups of cases are told: steps by their names, statuses in words. */
export const useWhatIfWords = ({ names }: RehearsalView) => {
  const t = useTexts();
  const locale = useLocale();
  const step = (id: string | null): string => (id === null ? t('whatIf.start.step') : (names[id]?.[locale] ?? id));
  const steps = (ids: readonly string[]): string =>
    ids.length === 0 ? t('whatIf.nothing') : ids.map((id) => `“${step(id)}”`).join(', ');
  const status = (name: string): string => {
    const known = caseStatuses.find((each) => each === name);
    return known === undefined ? name : t(`caseStatus.${known}`);
  };
  const ending = ({ status: reached, decision, ends }: Ending): string => {
    const told = reached === null ? [] : [status(reached)];
    const decided = decision === null || decision === reached ? [] : [status(decision)];
    return [...told, ...decided, ...ends.map(step)].join(', ');
  };
  return {
    step,
    ending,
    after: ({ after }: RehearsedGroup): string => {
      if (after.kind === 'ended') return after.ending === null ? '' : ending(after.ending);
      return after.kind === 'broken' ? t('whatIf.broken') : t(`whatIf.${after.kind}`, { step: step(after.elementId) });
    },
    part: ({ kind, elementId, before, after }: Part): string =>
      kind === 'decided'
        ? t('whatIf.part.decided', { step: step(elementId) })
        : t(`whatIf.part.${kind}`, { step: step(elementId), before: steps(before), after: steps(after) }),
  };
};
