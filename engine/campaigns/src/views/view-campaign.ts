import { type Clerk, namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf, type LocalizedText } from '@irisflow/foundation';
import type { CampaignRow } from '../storage/campaigns.ts';
import { type EventRow, listEvents } from '../storage/events.ts';
import { countRecipients } from '../storage/recipients.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CampaignPlan, CampaignSummary, CampaignView } from './campaign.ts';
import type { SelectionCount } from './selection.ts';

/** English is a courtesy: left empty, the French is read. */
export const inWords = (text: LocalizedText): LocalizedText => ({
  ...text,
  en: text.en.trim() === '' ? text.fr : text.en,
});

export const planOf = (row: CampaignRow): CampaignPlan => ({
  name: row.name,
  title: row.title,
  purpose: row.purpose,
  legalBasis: row.legal_basis,
  ground: row.ground,
  selection: row.selection,
  procedureKey: row.procedure_key,
  link: row.link,
  letter: row.letter,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  perDay: row.per_day,
  perHour: row.per_hour,
  officeHours: row.office_hours,
  stopShare: row.stop_share,
});

export const summarize = (
  row: CampaignRow,
  { recipients, sent, answered }: Pick<CampaignSummary, 'recipients' | 'sent' | 'answered'>,
): CampaignSummary => ({
  id: row.id,
  name: row.name,
  title: inWords(row.title),
  state: row.state,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  recipients,
  sent,
  answered,
});

const leftOutOf = ({ left_out: counts }: CampaignRow): SelectionCount['leftOut'] =>
  Object.entries(counts ?? {})
    .map(([reason, count]) => ({ reason: reason as SelectionCount['leftOut'][number]['reason'], count }))
    .toSorted((one, other) => one.reason.localeCompare(other.reason));

const mayOf = ({ person }: Clerk, row: CampaignRow, events: readonly EventRow[]): CampaignView['may'] => {
  const wrote = events.some(
    ({ act, author }) => author === person.id && (act === 'created' || act === 'changed' || act === 'proposed'),
  );
  return {
    change: row.state === 'draft' || row.state === 'proposed',
    start: row.state === 'proposed' && !wrote,
    steer: row.state === 'scheduled' || row.state === 'running' || row.state === 'paused',
  };
};

/** Everything of a campaign, as who reads may go on with it. */
export const viewCampaign = async (
  { library }: Pick<Surroundings, 'library'>,
  db: Queryable,
  clerk: Clerk,
  row: CampaignRow,
): Promise<CampaignView> => {
  const numbers = await countRecipients(db, row.id);
  const events = await listEvents(db, row.id);
  const names = await namesOf(
    db,
    events.flatMap(({ author }) => author ?? []),
  );
  const procedure = await library.latest(db, row.procedure_key);
  const letter = row.content ?? procedure.letters.get(row.letter);
  return {
    ...summarize(row, numbers),
    revision: row.revision,
    plan: planOf(row),
    procedureTitle: procedure.description.title,
    letterSubject: letter?.subject ?? inWords(row.title),
    pausedBecause: row.paused_because,
    may: mayOf(clerk, row, events),
    numbers,
    drawn: row.drawn_at === null ? null : { at: instantOf(row.drawn_at), leftOut: leftOutOf(row) },
    history: events.map(({ at, act, author, reason }) => ({
      at: instantOf(at),
      act,
      by: author === null ? null : (names.get(author) ?? null),
      reason,
    })),
  };
};
