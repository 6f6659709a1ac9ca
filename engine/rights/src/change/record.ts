import { type Actor, appendAudit } from '@irisflow/access';
import { type CaseRow, insertOutbox, insertTimelineEntry, type StepOrigin, touchCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { foldText, type LocalizedText } from '@irisflow/foundation';
import type { RightDescription } from '@irisflow/procedures';
import type { PlatformMessage } from '@irisflow/protocol';
import { asOf } from '../history/history.ts';
import type { RightRow } from '../storage/rights.ts';
import { insertVersions, type RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { rightTexts } from './right-texts.ts';

/** In whose name a right is changed, and how the timeline calls them. */
export interface Voice {
  readonly actor: Actor;
  /** Id of a person; null for a process. */
  readonly author: string | null;
  readonly name: LocalizedText;
  readonly origin?: StepOrigin;
}

/** A right that begins, or that was ended and is no more, lives with processes that begin then. */
const messageOf = ({ act, effect }: RightVersion, before: RightVersion | undefined): PlatformMessage => {
  if (effect === 'ended' && before?.effect !== 'ended') return 'right.ended';
  const isBegun = act === 'granted' || act === 'imported';
  return isBegun || (before?.effect === 'ended' && effect !== 'ended') ? 'right.activated' : 'right.changed';
};

/** What lists are searched by: its number, who holds it, and what its kind says. */
export const searchTextOf = (
  { data: { properties } }: RightDescription,
  { number, holders }: Pick<RightRow, 'number' | 'holders'>,
  data: Readonly<Record<string, unknown>>,
): string => {
  const searched = Object.entries(properties).filter(([, { searched: is }]) => is === true);
  const values = searched.flatMap(([name]) => data[name] ?? []).map(String);
  return foldText([number, ...holders.map(({ name }) => name), ...values].join(' '));
};

/**
 * What a process is told of a right; the key is the right, so that two rights of one case never wake each other. Nothing of it
 * says who holds it and what it says: a process that lives with it is not the one of the case, which goes with the case.
 */
const variablesOf = (right: RightRow, version: RightVersion, cause: CaseRow) => ({
  right: {
    rightId: right.id,
    kind: right.kind,
    number: right.number,
    act: version.act,
    state: version.state,
    effect: version.effect,
    effectiveOn: version.effectiveOn,
    validFrom: version.validFrom,
    validTo: version.validTo,
    caseId: right.case_id,
    causeCaseId: cause.id,
  },
});

export interface Recording {
  readonly right: RightRow;
  readonly kind: RightDescription;
  /** The change itself first, then the days that it reaches. */
  readonly versions: readonly [RightVersion, ...RightVersion[]];
  /** As it was known before; undefined for a grant. */
  readonly before?: RightVersion | undefined;
  /** The case that changes it. */
  readonly cause: CaseRow;
  readonly voice: Voice;
  /** Whether no process is told: of what was over before it came. */
  readonly isSilent?: boolean;
}

/** Writes a change down, in one transaction with its message to processes and its trace on the case. */
export const record = async (
  surroundings: Surroundings,
  tx: Queryable,
  { right, kind, versions, before, cause, voice, isSilent = false }: Recording,
): Promise<void> => {
  const { id, administration, case_id: caseId, person_id: personId } = right;
  const [version] = versions;
  const { act, recordedAt: at } = version;
  await insertVersions(tx, { rightId: id, administration, caseId, personId }, versions);
  await insertTimelineEntry(tx, {
    caseId: cause.id,
    administration,
    at,
    kind: `right.${act}`,
    text: rightTexts[act](kind.name, right.number),
    actor: voice.name,
    visibleToApplicant: true,
    ...(voice.origin === undefined ? {} : { origin: voice.origin }),
  });
  if (!isSilent)
    await insertOutbox(tx, {
      caseId: cause.id,
      at,
      message: {
        kind: 'publishMessage',
        name: messageOf(version, before),
        key: id,
        variables: variablesOf(right, version, cause),
        beginsOn: version.effectiveOn,
      },
    });
  await touchCase(tx, { id: cause.id, at });
  await appendAudit(surroundings, tx, {
    actor: voice.actor,
    action: `right.${act}`,
    object: `case:${cause.id}`,
    administration,
    detail: { right: id, effectiveOn: version.effectiveOn },
  });
};

/** As it is known now for the last day of which something is known. */
export const latestOf = (versions: readonly RightVersion[]): RightVersion | undefined =>
  asOf(versions, { on: '9999-12-31' });
