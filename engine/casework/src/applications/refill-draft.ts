import { appendAudit, type Actor } from '@irisflow/access';
import { fillApplication, type ApplicationRow } from '../storage/applications.ts';
import { attachConsultationsToDraft } from '../storage/consultations.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ApplicationDraft } from '../views/application.ts';
import { applicationForm } from './application-form.ts';
import { getDraft } from './drafts.ts';
import { lockFillable, requireApplication, requireOpen } from './fillable-application.ts';
import { gatherPrefill, type Prefill } from './prefill.ts';

/** A source that may not be asked stays so until an administrator says otherwise, one that knows no companies for ever; only silence passes by itself. */
const silentIn = ({ unavailable }: ApplicationRow): readonly string[] =>
  unavailable.filter(({ reason = 'unavailable' }) => reason === 'unavailable').map(({ sourceKey }) => sourceKey);

/** Adds what the sources said late; the answers stay those of the person, who may be typing right now. */
const keep = async (
  surroundings: Surroundings,
  actor: Actor,
  { id }: ApplicationRow,
  found: Prefill,
): Promise<void> => {
  const { database } = surroundings;
  await database.transaction(async (tx) => {
    const row = requireOpen(await lockFillable(tx, actor, id));
    const known = new Set(row.prefill.map(({ pointer }) => pointer));
    const late = found.values.filter(({ pointer }) => !known.has(pointer)).map((value) => ({ ...value, late: true }));
    const asked = new Set(silentIn(row));
    const others = row.unavailable.filter(({ sourceKey }) => !asked.has(sourceKey));
    await fillApplication(tx, {
      id,
      prefill: [...row.prefill, ...late],
      unavailable: [...others, ...found.unavailable],
    });
    await attachConsultationsToDraft(tx, { ids: found.consultationIds, draftId: id });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.refilled',
      object: `application:${id}`,
      administration: row.administration,
      detail: { consultations: found.consultationIds, values: late.length },
    });
  });
};

/** Asks the sources again that kept silent when an application was opened. What they say fills what is still empty. */
export const refillDraft: UseCase<{ draftId: string }, ApplicationDraft> = async (surroundings, actor, { draftId }) => {
  const { database, library } = surroundings;
  const row = await requireApplication(database, actor, draftId);
  const only = silentIn(row);
  // Of somebody whose office fills it, no source was asked.
  if (row.case_id === null && row.opened_by === null && only.length > 0) {
    const procedure = await library.version(database, row.procedure_key, row.procedure_version);
    const form = applicationForm(procedure);
    await keep(surroundings, actor, row, await gatherPrefill(surroundings, actor, { procedure, form, only }));
  }
  return getDraft(surroundings, actor, { draftId });
};
