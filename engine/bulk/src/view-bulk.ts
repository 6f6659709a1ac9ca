import { namesOf, requireClerk } from '@irisflow/access';
import { wordOf } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { formText, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { CaseworkError, inEveryLocale, instantOf, type LocalizedText } from '@irisflow/foundation';
import { findBulkDecision, listBulkDecisions, type BulkDecisionRow } from './storage/bulk-decisions.ts';
import { countItems, listItems } from './storage/bulk-items.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { findKind, type TaskKind } from './task-kind.ts';
import type { BulkCounts, BulkDecisionView, BulkReason, BulkState, BulkSummary } from './views/bulk.ts';

/** As many as a page of the desk shows: who looks for an older one finds its cases by their timeline. */
const SHOWN = 50;

const stateOf = (row: BulkDecisionRow, { waiting }: BulkCounts): BulkState => {
  if (row.canceled_at !== null) return 'canceled';
  return waiting > 0 ? 'running' : 'finished';
};

const none: BulkCounts = { total: 0, waiting: 0, done: 0, failed: 0, canceled: 0 };

const kindOfRow = (surroundings: Surroundings, db: Queryable, row: BulkDecisionRow): Promise<TaskKind> =>
  findKind(surroundings, db, {
    procedureKey: row.procedure_key,
    procedureVersion: row.procedure_version,
    elementId: row.element_id,
  });

interface Summed {
  readonly row: BulkDecisionRow;
  readonly kind: TaskKind;
  readonly names: ReadonlyMap<string, string>;
  readonly counts: BulkCounts;
}

const summaryOf = ({ row, kind, names, counts }: Summed): BulkSummary => ({
  id: row.id,
  kind: kind.view,
  startedAt: instantOf(row.started_at),
  startedBy: { id: row.started_by, name: names.get(row.started_by) ?? row.started_by },
  state: stateOf(row, counts),
  counts,
});

const labelOf = (form: CompiledForm, control: CompiledControl | undefined, pointer: string): LocalizedText =>
  inEveryLocale((locale) => (control === undefined ? pointer : formText(form.form, locale, `${control.i18n}.label`)));

const controlAt = (form: CompiledForm, pointer: string): CompiledControl | undefined =>
  form.controls.find((control) => control.pointer === pointer);

const answersOf = ({ form }: TaskKind, answers: object): BulkDecisionView['answers'] =>
  form === null
    ? []
    : Object.entries(answers).map(([pointer, value]) => {
        const control = controlAt(form, pointer);
        return {
          label: labelOf(form, control, pointer),
          text: inEveryLocale((locale) => wordOf(form, control, locale, value)),
        };
      });

/** A bulk decision with what became of each task. */
export const viewBulk = async (surroundings: Surroundings, db: Queryable, id: string): Promise<BulkDecisionView> => {
  const row = await findBulkDecision(db, id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a bulk decision ${id}, but there is none`);
  const kind = await kindOfRow(surroundings, db, row);
  const counts = (await countItems(db, [id])).get(id) ?? none;
  const names = await namesOf(db, [row.started_by]);
  const { form } = kind;
  return {
    ...summaryOf({ row, kind, names, counts }),
    answers: answersOf(kind, row.answers as object),
    items: (await listItems(db, id)).map((item) => ({
      taskId: item.task_id,
      caseId: item.case_id,
      reference: item.reference,
      applicant: item.applicant,
      state: item.state as BulkDecisionView['items'][number]['state'],
      reason: item.reason as BulkReason | null,
      onBehalfOf:
        item.delegator_id === null ? null : { id: item.delegator_id, name: item.delegator ?? item.delegator_id },
      fields: form === null ? [] : item.fields.map((pointer) => labelOf(form, controlAt(form, pointer), pointer)),
    })),
  };
};

/** Whose bulk decision it is may look at it, and supervisors of the same administration. */
export const getBulk: UseCase<{ bulkId: string }, BulkDecisionView> = async (surroundings, actor, { bulkId }) => {
  const { person, administration } = requireClerk(actor);
  const row = await findBulkDecision(surroundings.database, bulkId);
  const isSeen = row?.started_by === person.id || person.roles.includes('supervisor');
  if (row?.administration !== administration || !isSeen)
    throw new CaseworkError('NOT_FOUND', `Expected a bulk decision ${bulkId}, but there is none`);
  return viewBulk(surroundings, surroundings.database, bulkId);
};

/** Those that I started, and for supervisors those of everybody; the newest first. */
export const listBulk: UseCase<Record<string, never>, BulkSummary[]> = async (surroundings, actor) => {
  const { database } = surroundings;
  const { person, administration } = requireClerk(actor);
  const personId = person.roles.includes('supervisor') ? null : person.id;
  const rows = await listBulkDecisions(database, { administration, personId, limit: SHOWN });
  const counts = await countItems(
    database,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    database,
    rows.map((row) => row.started_by),
  );
  const summaries: BulkSummary[] = [];
  for (const row of rows) {
    const kind = await kindOfRow(surroundings, database, row);
    summaries.push(summaryOf({ row, kind, names, counts: counts.get(row.id) ?? none }));
  }
  return summaries;
};
