import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase, printLetter, recordOpening } from '@irisflow/casework';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { letterOf, valuesOfRight } from '../sending/letter-of.ts';
import { unitOfMany } from '../selection/unit-of-many.ts';
import { checkPlan } from '../selection/check-plan.ts';
import { listSelected } from '../storage/selected.ts';
import type { UseCase } from '../surroundings.ts';
import { planOf } from '../views/view-campaign.ts';
import { requireCampaign, requireCommunicator, requireState } from './communicator.ts';
import { looking } from '../looking.ts';

export interface Preview {
  readonly campaignId: string;
  /** The how many-eth of those who would get it, from 0. */
  readonly number: number;
  readonly language?: Locale;
}

/** The letter as one who is selected would get it today, on paper. Whoever it shows reads that their file was opened. */
export const previewCampaign: UseCase<Preview, { readonly name: string; readonly content: Uint8Array }> = async (
  surroundings,
  actor,
  { campaignId, number, language },
) => {
  const clerk = requireCommunicator(actor);
  const { database, clock, library, publicUrl } = surroundings;
  const campaign = await requireCampaign(database, clerk, campaignId);
  requireState(campaign, ['draft', 'proposed', 'scheduled', 'running', 'paused']);
  const { administration, selection, ground, procedure_key: procedureKey } = campaign;
  const now = clock.now();
  const today = dayOf(now);
  const content =
    campaign.content ??
    (
      await checkPlan(surroundings, database, {
        clerk,
        // That its days are over is no reason not to read it.
        plan: { ...planOf(campaign), beginsOn: today, endsOn: today },
        today,
      })
    ).procedure.letters.get(campaign.letter);
  const [found] = await listSelected(
    looking(surroundings, actor).database,
    { administration, selection, ground, procedureKey, today },
    { offset: number, limit: 1 },
  );
  // Of whom a conflict of interest keeps away, the store shows nothing.
  const row = found === undefined ? undefined : await findCase(database, found.case_id);
  if (found === undefined || row === undefined || content === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected somebody ${number} who would get the letter, but there is nobody`);
  const { pdf } = await printLetter(database, {
    row,
    procedure: await library.version(database, row.procedure_key, row.procedure_version),
    template: letterOf(content, campaign, publicUrl),
    values: {
      right: await valuesOfRight(surroundings, database, found.right_id),
      campaign: { endsOn: campaign.ends_on },
    },
    signatory: null,
    unit: await unitOfMany(surroundings, actor, campaign),
    now,
    missing: 'show',
    ...(language === undefined ? {} : { language }),
  });
  await database.transaction(async (tx) => {
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'campaign.previewed',
      object: `case:${row.id}`,
      administration,
      detail: { campaign: campaign.id },
    });
  });
  return { name: `${campaign.letter}.pdf`, content: pdf };
};
