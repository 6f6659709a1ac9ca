import { appendAudit } from '@irisflow/access';
import { csvLine, csvMark, instantOrNull, type Locale } from '@irisflow/foundation';
import { listResults, type ResultRow } from '../storage/recipients.ts';
import type { UseCase } from '../surroundings.ts';
import { resultWords } from '../views/result-words.ts';
import { requireCampaign, requireCommunicator } from './communicator.ts';

const lineOf = (row: ResultRow, locale: Locale): string => {
  const { states, skipped, ways } = resultWords;
  return csvLine([
    row.reference,
    row.applicant,
    row.number ?? '',
    states[row.state][locale],
    row.skipped === null ? '' : skipped[row.skipped][locale],
    instantOrNull(row.settled_at) ?? '',
    (row.channels ?? []).map((way) => ways[way]?.[locale] ?? way).join(', '),
    instantOrNull(row.opened_at) ?? '',
    row.answer ?? '',
    instantOrNull(row.answered_at) ?? '',
  ]);
};

/** What became of every letter, one line each, as CSV; whose files it names is in the audit. */
export const exportResults: UseCase<
  { readonly campaignId: string; readonly language: Locale },
  { readonly name: string; readonly content: string }
> = async (surroundings, actor, { campaignId, language }) => {
  const clerk = requireCommunicator(actor);
  return surroundings.database.transaction(async (tx) => {
    const campaign = await requireCampaign(tx, clerk, campaignId);
    const rows = await listResults(tx, campaign.id);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'campaign.exported',
      object: `campaign:${campaign.id}`,
      administration: campaign.administration,
      detail: { rows: rows.length },
    });
    const head = csvLine(resultWords.heads.map((words) => words[language]));
    return {
      name: `campaign-${campaign.begins_on}.csv`,
      content: csvMark + head + rows.map((row) => lineOf(row, language)).join(''),
    };
  });
};
