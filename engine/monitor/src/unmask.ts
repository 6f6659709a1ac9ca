import { correctors, requireCorrector, type Actor, type PersonActor, appendAudit, sealDetail } from '@irisflow/access';
import { askEngine } from '@irisflow/engine-client';
import { isoOf } from '@irisflow/foundation';
import { endUnmasking, insertUnmasking } from './storage/unmasking.ts';
import type { UseCase } from './surroundings.ts';
import type { UnmaskingView } from './views/monitor.ts';
import { findInstanceCase } from './find-instance-case.ts';
import { requireJustification, type Justification } from './justification.ts';
import { isShown } from './masking/view-variable.ts';
import { recordIntervention } from './record-intervention.ts';
import { requireOwnInstance } from './require-instance.ts';

/** Long enough to understand what stopped a case, too short to leave a screen open. */
const UNMASKED_MS = 15 * 60_000;

export interface Unmask extends Justification {
  readonly processInstanceKey: string;
}

/** Who may lift masks now; a role that was taken away since closes what it opened. */
export const mayUnmask = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && correctors.some((role) => actor.person.roles.includes(role));

/** Lets one person see the values of one instance for a quarter of an hour; the applicant is told by which office and why. */
export const unmaskInstance: UseCase<Unmask, UnmaskingView> = async (surroundings, actor, input) => {
  const { person } = requireCorrector(actor);
  const { database, engine, clock, random } = surroundings;
  const { processInstanceKey } = input;
  const own = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const { reason, category } = requireJustification(input);
  const row = await findInstanceCase(surroundings, own);
  const variables = await askEngine(engine.monitor.variables(processInstanceKey));
  const names = [...new Set(variables.filter(isShown).map(({ name }) => name))];
  const { administration } = own;
  return database.transaction(async (tx) => {
    const id = random.id();
    const beginsAt = clock.now();
    const endsAt = beginsAt + UNMASKED_MS;
    await insertUnmasking(tx, { id, administration, processInstanceKey, personId: person.id, beginsAt, endsAt });
    await recordIntervention(surroundings, tx, { person, row, kind: 'unmasking', category, outcome: 'done' });
    const content = { reason, before: null, after: null, names };
    const sealed = await sealDetail(surroundings, tx, { administration, content });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'instance.unmasked',
      object: `instance:${processInstanceKey}`,
      administration,
      detail: { case: row?.id ?? null, category, until: isoOf(endsAt), variables: names.length, sealed },
    });
    return { endsAt: isoOf(endsAt) };
  });
};

/** Masks the values again before the time is over. */
export const maskInstance: UseCase<{ processInstanceKey: string }, void> = async (surroundings, actor, input) => {
  const { person } = requireCorrector(actor);
  const { processInstanceKey } = input;
  const { administration } = await requireOwnInstance(surroundings, actor, processInstanceKey);
  await surroundings.database.transaction(async (tx) => {
    await endUnmasking(tx, { processInstanceKey, personId: person.id, at: surroundings.clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'instance.masked',
      object: `instance:${processInstanceKey}`,
      administration,
    });
  });
};
