import type { Queryable } from '@irisflow/database';
import { type Actor, type Clerk, appendAudit, sealDetail, findAdministration } from '@irisflow/access';
import {
  accessPurposes,
  timelineActor,
  timelineText,
  type TimelineKind,
  type CaseRow,
  settleIntervention,
  insertTimelineEntry,
  type InterventionKind,
} from '@irisflow/casework';
import { isEngineFailure, toCaseworkError } from '@irisflow/engine-client';
import type { Surroundings } from './surroundings.ts';
import { findInstanceCase } from './find-instance-case.ts';
import type { Justified } from './justification.ts';
import { recordIntervention } from './record-intervention.ts';
import type { OwnInstance } from './require-instance.ts';

export interface Repair {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly own: OwnInstance;
  readonly justification: Justified;
  readonly action: string;
  readonly kind: InterventionKind;
  readonly object: string;
  /** What the chain keeps in clear: nothing personal. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly before: unknown;
  readonly after: unknown;
  readonly names: readonly string[];
}

/** Another try changes nothing of the applicant's, so the timeline has no line for it. */
const timelineKinds: Readonly<Partial<Record<InterventionKind, TimelineKind>>> = {
  correction: 'valuesCorrected',
  suspension: 'processSuspended',
  resumption: 'processResumed',
  cancellation: 'processCanceled',
  move: 'stepMoved',
};

interface Asked {
  readonly row: CaseRow | null;
  readonly accessId: string | null;
}

const ask = async (surroundings: Surroundings, repair: Repair): Promise<Asked> => {
  const { actor, clerk, own, justification, action, kind, object, detail, before, after, names } = repair;
  const { administration } = own;
  const { reason, category } = justification;
  const row = await findInstanceCase(surroundings, own);
  return surroundings.database.transaction(async (tx) => {
    const accessId = await recordIntervention(surroundings, tx, {
      person: clerk.person,
      row,
      kind,
      category,
      outcome: 'asked',
    });
    const sealed = await sealDetail(surroundings, tx, { administration, content: { reason, before, after, names } });
    await appendAudit(surroundings, tx, {
      actor,
      action,
      object,
      administration,
      outcome: 'asked',
      detail: { ...detail, case: row?.id ?? null, category, sealed },
    });
    return { row, accessId };
  });
};

const tellApplicant = async (
  { clock }: Surroundings,
  tx: Queryable,
  { actor, kind, justification }: Repair,
  row: CaseRow,
): Promise<void> => {
  const entry = timelineKinds[kind];
  if (entry === undefined) return;
  const office = await findAdministration(tx, row.administration);
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    kind: entry,
    text: timelineText(entry, accessPurposes[justification.category]),
    actor: office?.name ?? timelineActor(actor),
    visibleToApplicant: true,
  });
};

const settle = async (
  surroundings: Surroundings,
  repair: Repair,
  { row, accessId, outcome }: Asked & { readonly outcome: 'done' | 'failed' },
): Promise<void> => {
  const { actor, action, object, own } = repair;
  await surroundings.database.transaction(async (tx) => {
    if (accessId !== null) await settleIntervention(tx, { id: accessId, outcome });
    if (row !== null && outcome === 'done') await tellApplicant(surroundings, tx, repair, row);
    const { administration } = own;
    await appendAudit(surroundings, tx, { actor, action, object, administration, outcome });
  });
};

/**
 * What people do to a running process by hand is on record before it happens, with what was there before and what comes
 * after. When nobody knows whether the engine did it, the applicant is told that it was asked.
 */
export const onRecord = async (
  surroundings: Surroundings,
  repair: Repair,
  work: () => Promise<void>,
): Promise<void> => {
  const asked = await ask(surroundings, repair);
  try {
    await work();
  } catch (thrown) {
    if (!isEngineFailure(thrown)) throw thrown;
    if (!isEngineFailure(thrown, 'uncertain')) await settle(surroundings, repair, { ...asked, outcome: 'failed' });
    throw toCaseworkError(thrown);
  }
  await settle(surroundings, repair, { ...asked, outcome: 'done' });
};
