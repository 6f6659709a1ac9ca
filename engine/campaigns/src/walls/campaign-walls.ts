import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofActedCase,
  ofAdministration,
  ofSeenCase,
  setting,
  type Right,
  type Wall,
} from '@irisflow/access';
import type { CampaignsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Who got a letter reads their invitation, and nothing of whom else it went to. */
const invited = `state = 'sent' and ${ofSeenCase}`;
const mine = `id in (select r.campaign_id from casework.campaign_recipient r where r.state = 'sent'
  and r.case_id in (select f.id from casework.case_file f where f.person_id = ${setting('applicant')}))`;
const isForApplicant = `party_id = ${setting('applicant')} and ${setting('procedures')} = '*'`;
/** Nobody erases what somebody chose; it is taken back. */
const ownChoices: readonly Right[] = [
  mayRead(`party_id = ${setting('applicant')}`),
  mayAdd(isForApplicant),
  mayChange(['withdrawn_at', 'withdrawn_by'], isForApplicant),
];
/** Where whoever was invited began to answer. */
const begun = mayChange(['draft_id', 'opened_at'], `state = 'sent' and ${ofActedCase}`);

/** Campaigns are the administration's own; whoever is invited reads what they are told, and what they chose is theirs. */
export const campaignWalls = {
  campaign: {
    person: [mayRead(mine)],
    staff: [mayRead(`${handled} or ${ofAdministration('designs')} or ${mine}`), may(['insert', 'update'], handled)],
    campaigns: [may(['select', 'update'], everyRow)],
    intake: [mayRead(everyRow), mayChange(['answers_until'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  campaign_recipient: {
    person: [mayRead(invited), begun],
    staff: [
      mayRead(`${handled} or (${invited})`),
      mayChange(['state', 'skipped', 'settled_at', 'notice_id'], handled),
      begun,
    ],
    campaigns: [may(['select', 'insert'], handled)],
    intake: [mayRead(everyRow), mayChange(['answer_case_id', 'answered_at'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  campaign_event: {
    staff: [mayRead(handled), mayAdd(`${handled} and (author is null or author = ${setting('person')})`)],
    campaigns: [mayAdd('author is null')],
    operator: [mayRead(everyRow)],
  },
  campaign_choice: {
    person: ownChoices,
    // What was said to an administration it may know.
    staff: [mayRead(`${handled} or party_id = ${setting('applicant')}`), ...ownChoices.slice(1)],
    campaigns: [mayRead(handled)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
