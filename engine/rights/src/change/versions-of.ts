import type { RightDescription } from '@irisflow/procedures';
import { additionsOf, type Change } from '../history/history.ts';
import type { RightVersion } from '../storage/versions.ts';
import { requireRightData, stateOf } from './right-kind.ts';

type Said = Pick<RightVersion, 'act' | 'causeCaseId' | 'decisionId' | 'author' | 'reason'>;

interface Writing extends Said {
  readonly change: Change;
  readonly at: number;
}

/** The versions that a change adds, the change itself first; data that its kind does not allow is refused on every day. */
export const versionsOf = (
  kind: RightDescription,
  versions: readonly RightVersion[],
  { change, at, ...said }: Writing,
): RightVersion[] => {
  const first = versions.length + 1;
  return (additionsOf(versions, change) ?? []).map((addition, index) => {
    requireRightData(kind, addition.data);
    return {
      ...addition,
      ...said,
      sequence: first + index,
      recordedAt: at,
      effect: stateOf(kind, addition.state).effect,
      validFrom: versions[0]?.validFrom ?? addition.effectiveOn,
      carries: index === 0 ? null : first,
    };
  });
};
