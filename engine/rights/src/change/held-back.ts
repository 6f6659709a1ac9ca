import type { RightVersion } from '../storage/versions.ts';

/** Changes that said in which state a right is, the last one last: states do not cross. */
const statesSaid = (versions: readonly RightVersion[]): RightVersion[] =>
  versions
    .filter(({ carries, said }) => carries === null && said.includes('state'))
    .toSorted((one, other) =>
      one.effectiveOn === other.effectiveOn
        ? one.sequence - other.sequence
        : one.effectiveOn.localeCompare(other.effectiveOn),
    );

export const lastStateSaid = (versions: readonly RightVersion[]): RightVersion | undefined =>
  statesSaid(versions).at(-1);

export interface HeldVersion {
  /** The version that holds the decision back. */
  readonly hold: RightVersion;
  /** The one that the decision caused. */
  readonly decided: RightVersion;
}

/** What of a right is held back now; undefined where nothing is, or somebody moved the right since. */
export const heldVersionOf = (versions: readonly RightVersion[]): HeldVersion | undefined => {
  const [decided, hold] = statesSaid(versions).slice(-2);
  return hold?.act === 'heldBack' && decided !== undefined ? { hold, decided } : undefined;
};
