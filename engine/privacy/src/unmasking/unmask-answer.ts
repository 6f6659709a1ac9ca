import { appendAudit, sealDetail, type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  actingAs as functionOf,
  applicationForm,
  type InterventionCategory,
  insertIntervention,
  requireClerkCase,
  type CaseRow,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { restrictedControls, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import {
  endAnswerUnmasking,
  insertAnswerUnmasking,
  labelOfField,
  lockOpenUnmaskings,
  mayUnmaskField,
} from '@irisflow/restricted';
import type { Surroundings, UseCase } from '../surroundings.ts';

/** Long enough to read a certificate beside it, too short to leave a screen open. */
const UNMASKED_MS = 15 * 60_000;
/** In so many cases at once nobody reads anything any more: they collect. */
const MOST_AT_ONCE = 20;
const MAX_REASON = 500;

export interface OfAnswer {
  readonly caseId: string;
  /** JSON pointer of the field. */
  readonly pointer: string;
}

export interface UnmaskAnswer extends OfAnswer {
  readonly reason: string;
  readonly category: InterventionCategory | 'handling';
}

interface Masked {
  readonly clerk: Clerk;
  readonly row: CaseRow;
  readonly form: CompiledForm;
  readonly control: CompiledControl;
}

const requireMasked = async (
  { library }: Surroundings,
  tx: Queryable,
  { actor, caseId, pointer }: OfAnswer & { readonly actor: Actor },
): Promise<Masked> => {
  const { clerk, row } = await requireClerkCase(tx, actor, caseId);
  const form = applicationForm(await library.version(tx, row.procedure_key, row.procedure_version));
  const control = restrictedControls(form).find((one) => one.pointer === pointer);
  if (control !== undefined) return { clerk, row, form, control };
  throw new CaseworkError('NOT_FOUND', `Expected a restricted field at ${pointer.slice(0, 80)}, but there is none`);
};

/** Whoever looks into very many answers within minutes is stopped; what they saw is on record. */
const refuseCollecting = async ({ clock }: Surroundings, tx: Queryable, personId: string): Promise<void> => {
  const open = await lockOpenUnmaskings(tx, { personId, at: clock.now() });
  if (open < MOST_AT_ONCE) return;
  throw new CaseworkError(
    'TOO_MANY_UNMASKED',
    `Expected at most ${MOST_AT_ONCE} answers to be unmasked at once, but ${open} are`,
  );
};

const noteLook = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, row, form, control }: Masked,
  {
    actor,
    id,
    reason,
    category,
    until,
  }: Omit<UnmaskAnswer, keyof OfAnswer> & {
    readonly actor: Actor;
    /** Of the unmasking. */
    readonly id: string;
    readonly until: number;
  },
): Promise<void> => {
  const { clock, random } = surroundings;
  const { administration, id: caseId } = row;
  const at = clock.now();
  await insertIntervention(tx, {
    id: random.id(),
    administration,
    caseId,
    personId: row.person_id,
    actingAs: functionOf(clerk.person, ['supervisor', 'agent']),
    day: dayOf(at),
    at,
    kind: 'unmasking',
    category,
    outcome: 'done',
    field: labelOfField(form, control),
  });
  const content = { reason, before: null, after: null, names: [control.pointer] };
  await appendAudit(surroundings, tx, {
    actor,
    action: 'answer.unmasked',
    object: `case:${caseId}`,
    administration,
    detail: {
      unmasking: id,
      field: control.pointer,
      category,
      until: isoOf(until),
      sealed: await sealDetail(surroundings, tx, { administration, content }),
    },
  });
};

/** Shows one restricted answer of a case to one clerk for a quarter of an hour; the applicant reads by which office and why. */
export const unmaskAnswer: UseCase<UnmaskAnswer, { until: string }> = async (surroundings, actor, input) => {
  const reason = requireReason(input.reason, MAX_REASON);
  const { database, clock, random } = surroundings;
  return database.transaction(async (tx) => {
    const masked = await requireMasked(surroundings, tx, { actor, ...input });
    const { clerk, row, control } = masked;
    if (!mayUnmaskField(control, clerk.person))
      throw new CaseworkError('FORBIDDEN', `Expected a reader of ${control.pointer}, but ${clerk.person.id} is none`);
    await refuseCollecting(surroundings, tx, clerk.person.id);
    const { category } = input;
    const id = random.id();
    const beginsAt = clock.now();
    const until = beginsAt + UNMASKED_MS;
    await insertAnswerUnmasking(tx, {
      id,
      caseId: row.id,
      administration: row.administration,
      pointer: control.pointer,
      personId: clerk.person.id,
      category,
      reason,
      beginsAt,
      endsAt: until,
    });
    await noteLook(surroundings, tx, masked, { actor, id, reason, category, until });
    return { until: isoOf(until) };
  });
};

/** Masks the answer again before its time. */
export const maskAnswer: UseCase<OfAnswer, void> = async (surroundings, actor, input) => {
  await surroundings.database.transaction(async (tx) => {
    const { row, control } = await requireMasked(surroundings, tx, { actor, ...input });
    await endAnswerUnmasking(tx, { caseId: row.id, pointer: control.pointer, at: surroundings.clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'answer.masked',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { field: control.pointer },
    });
  });
};
