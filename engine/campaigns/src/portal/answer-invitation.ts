import { type Actor, appendAudit, requireApplyingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  type ApplicationDraft,
  applicationForm,
  applicationsRoom,
  fillApplication,
  isOfApplying,
  type PrefilledValue,
  updateApplication,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type CompiledControl, readAt, segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData, isoOf, type Locale, type LocalizedText } from '@irisflow/foundation';
import { valuesOfRight } from '../sending/letter-of.ts';
import { type CampaignRow, findCampaign } from '../storage/campaigns.ts';
import { findRecipient, isBegunElsewhere, lockRecipient, noteBegun, type RecipientRow } from '../storage/recipients.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { isOver } from './my-invitations.ts';

/** The source that a right is: what is known of what somebody holds. */
const rightKey = 'right';
const rightName: LocalizedText = { fr: 'Votre droit', nl: 'Uw recht', en: 'Your right' };

interface Invited {
  readonly recipient: RecipientRow;
  readonly campaign: CampaignRow;
}

/** An invitation of whom the actor applies for; those of others do not exist for them. */
const requireInvitation = async (db: Queryable, actor: Actor, id: string): Promise<Invited> => {
  const recipient = await findRecipient(db, id);
  const campaign = recipient?.state === 'sent' ? await findCampaign(db, recipient.campaign_id) : undefined;
  if (recipient === undefined || campaign === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected an invitation ${id.slice(0, 40)}, but there is none`);
  const applying = requireApplyingFor(actor, campaign.procedure_key);
  if (isOfApplying(applying, { ...recipient, procedure_key: campaign.procedure_key })) return { recipient, campaign };
  throw new CaseworkError('NOT_FOUND', `Expected an invitation ${id.slice(0, 40)}, but there is none`);
};

const requireOpen = ({ recipient, campaign }: Invited, today: string): void => {
  if (recipient.answer_case_id === null && !isOver(campaign, today)) return;
  throw new CaseworkError(
    'INVITATION_OVER',
    `Expected an invitation that can be answered, but ${recipient.id} was, or its time is over`,
  );
};

const valueOf = (
  { pointer, prefill }: CompiledControl,
  right: Readonly<Record<string, unknown>>,
  at: string,
): PrefilledValue[] => {
  const [key, ...path] = prefill?.source.split('.') ?? [];
  const value = key === rightKey ? readAt(right, path) : undefined;
  if (prefill === undefined || value === undefined || value === null) return [];
  return [{ pointer, value, source: rightName, sourceKey: rightKey, at, mode: prefill.mode }];
};

/** What the form takes from the right, where nothing stands yet. */
const filledWith = (draft: ApplicationDraft, values: readonly PrefilledValue[]): FormData =>
  values
    .filter(({ mode, pointer }) => mode !== 'suggest' && readAt(draft.data, segmentsOf(pointer)) === undefined)
    .reduce((data, { pointer, value }) => writeAt(data, segmentsOf(pointer), value), draft.data);

const valuesFor = async (
  surroundings: Surroundings,
  draft: ApplicationDraft,
  rightId: string | null,
): Promise<PrefilledValue[]> => {
  const { database, library, clock } = surroundings;
  const right = await valuesOfRight(surroundings, database, rightId);
  if (right === null) return [];
  const procedure = await library.version(database, draft.procedureKey, draft.procedureVersion);
  const known = new Set(draft.prefill.map(({ pointer }) => pointer));
  return applicationForm(procedure)
    .controls.flatMap((control) => valueOf(control, right, isoOf(clock.now())))
    .filter(({ pointer }) => !known.has(pointer));
};

interface Begun extends Invited {
  readonly actor: Actor;
  readonly draft: ApplicationDraft;
}

/** Notes from which invitation the application comes, and writes into it what the right says. One that comes from another invitation stays that one's. */
const begin = async (surroundings: Surroundings, { actor, recipient, campaign, draft }: Begun): Promise<void> => {
  const { database, clock } = surroundings;
  const { id: draftId, language, page } = draft;
  const values = await valuesFor(surroundings, draft, recipient.right_id);
  const at = clock.now();
  await database.transaction(async (tx) => {
    const now = await lockRecipient(tx, recipient.id);
    if (now?.draft_id === draftId || (await isBegunElsewhere(tx, { id: recipient.id, draftId }))) return;
    await noteBegun(tx, recipient.id, { draftId, at });
    await fillApplication(tx, { id: draftId, prefill: [...draft.prefill, ...values], unavailable: draft.unavailable });
    await updateApplication(tx, { id: draftId, data: filledWith(draft, values), language, page, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'invitation.begun',
      object: `application:${draftId}`,
      administration: campaign.administration,
      detail: { campaign: campaign.id, right: recipient.right_id },
    });
  });
};

/**
 * Opens the application that answers an invitation, filled in with what its right and the sources know; one of the procedure that
 * is open already is gone on with.
 */
export const answerInvitation: UseCase<
  { readonly invitationId: string; readonly language: Locale },
  { readonly draftId: string }
> = async (surroundings, actor, { invitationId, language }) => {
  const { database, clock } = surroundings;
  const invited = await requireInvitation(database, actor, invitationId);
  requireOpen(invited, dayOf(clock.now()));
  const { procedure_key: procedureKey } = invited.campaign;
  const draft = await applicationsRoom(surroundings).createDraft(actor, { procedureKey, language });
  await begin(surroundings, { ...invited, actor, draft });
  return { draftId: draft.id };
};
