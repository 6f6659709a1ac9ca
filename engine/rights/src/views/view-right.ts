import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import type { RightDescription } from '@irisflow/procedures';
import { heldVersionOf } from '../change/held-back.ts';
import { stateOf } from '../change/right-kind.ts';
import { standingOf } from '../change/validity.ts';
import type { ListedRow, RightRow } from '../storage/rights.ts';
import type { RightVersion } from '../storage/versions.ts';
import type { HeldBack, MyRightChange, RightStateView, RightSummary } from './right.ts';
import { viewValues } from './view-values.ts';

export const viewState = (kind: RightDescription, key: string): RightStateView => {
  const { label, effect } = stateOf(kind, key);
  return { key, label, effect };
};

type Shown = Pick<RightVersion, 'state' | 'effect' | 'validFrom' | 'validTo'>;

/** What everybody who reads a right sees first; `day` is the one on which it holds or not. */
export const viewHead = (
  kind: RightDescription,
  right: RightRow,
  { version, day }: { readonly version: Shown; readonly day: string },
): RightSummary => ({
  id: right.id,
  number: right.number,
  kind: kind.name,
  holder: right.holders[0]?.name ?? '',
  state: viewState(kind, version.state),
  standing: standingOf(version, day),
  validFrom: version.validFrom,
  validTo: version.validTo,
});

export const viewListed = (kind: RightDescription, row: ListedRow, now: number): RightSummary => {
  const { state, valid_from: validFrom, valid_to: validTo } = row;
  const version = { state, effect: stateOf(kind, state).effect, validFrom, validTo };
  return viewHead(kind, row, { version, day: dayOf(now) });
};

/** That its last decision does not count for now. */
export const viewHeldBack = (kind: RightDescription, versions: readonly RightVersion[]): HeldBack | null => {
  const found = heldVersionOf(versions);
  return found === undefined ? null : { since: found.hold.effectiveOn, state: viewState(kind, found.decided.state) };
};

export const viewHolders = ({ holders }: RightRow) => holders.map(({ label, name }) => ({ role: label, name }));

/** What was said by a change for its own day. */
export const viewChange = (kind: RightDescription, version: RightVersion): MyRightChange => ({
  act: version.act,
  effectiveOn: version.effectiveOn,
  recordedAt: new Date(version.recordedAt).toISOString(),
  state: viewState(kind, version.state),
  validTo: version.validTo,
  values: viewValues(kind, version.data, (name) => version.said.includes(`data/${name}`)),
});

/** Changes themselves, without what they reach; the last day first, and of one day what was recorded last. */
export const changesIn = (versions: readonly RightVersion[]): RightVersion[] =>
  versions
    .filter(({ carries }) => carries === null)
    .toSorted((one, other) =>
      one.effectiveOn === other.effectiveOn
        ? other.sequence - one.sequence
        : other.effectiveOn.localeCompare(one.effectiveOn),
    );

export const notYetThere = (day: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', `Expected a day on which the right is there, but found ${day}`, {
    errors: [{ pointer: '/on', keyword: 'range' }],
  });
