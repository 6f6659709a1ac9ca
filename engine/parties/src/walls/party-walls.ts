import type { PartiesTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayDoAll,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofConnectorCase,
  ofSeenCase,
  setting,
  type Right,
  type Wall,
} from '@irisflow/access';

const isSelf = (column: string): string => `${column} = ${setting('party')}`;
/** Under a mandate for a few procedures nobody looks into what else is of the party. */
const isApplicant = (column: string): string =>
  `(${column} = ${setting('applicant')} and ${setting('procedures')} = '*')`;
/** Known to an administration by a case, a contact or because its desk noted them. */
const ofOffice = (column: string): string => `(exists (select from casework.case_file f
    where f.person_id = ${column} and f.administration = ${setting('handles')})
  or exists (select from casework.case_party c where c.person_id = ${column} and c.administration = ${setting('handles')})
  or exists (select from casework.participant a where a.party_id = ${column} and a.administration = ${setting('handles')})
  or exists (select from casework.contact t where t.person_id = ${column} and t.administration = ${setting('handles')}))`;
const isForApplicant = `party_id = ${setting('applicant')}`;
const ofDesk = `noted_by = ${setting('handles')}`;

const held = `(mandatee_id = ${setting('party')} or mandatee_index in (select i.number_index from casework.party_identifier i
  where i.party_id = ${setting('party')} and i.state <> 'canceled'))`;
/** The party of the connector's case. */
const ofConnector = (column: string): string =>
  `exists (select from casework.case_file f where f.id = ${setting('case')} and f.person_id = ${column})`;

/** In which language they are written to is theirs to say; who they are is for the provider that vouches for them. */
const ownLanguage = mayChange(['language'], isApplicant('id'));
const own = mayRead(`${isSelf('id')} or id = ${setting('applicant')}`);
const ownMandates: readonly Right[] = [
  mayRead(`${isApplicant('mandator_id')} or ${held}`),
  may(['insert', 'update'], isApplicant('mandator_id')),
];
/** Nobody erases what somebody chose; it is taken back. */
const ownChoices: readonly Right[] = [
  may(['select', 'insert'], isApplicant('party_id')),
  mayChange(['withdrawn_at', 'withdrawn_by'], isApplicant('party_id')),
];
const signIn = [may(['select', 'insert', 'update'], everyRow)];

/** What is written when a number counts no more, or again. */
const ended = ['state', 'until', 'ended_because', 'ended_by', 'ended_in'];

/** Who people and companies are belongs to them: an administration sees it through what it has of them. */
export const partyWalls = {
  party: {
    person: [own, ownLanguage],
    staff: [own, ownLanguage, mayRead(`${ofOffice('party.id')} or ${ofDesk}`)],
    connector: [mayRead(ofConnector('party.id'))],
    notices: [mayRead(everyRow)],
    operator: signIn,
    signIn,
    outbox: [mayRead(everyRow)],
    // By which ways whom a campaign is for are reached, and that they have no number any more: of nobody it is told who.
    campaigns: [mayReadOf(['id', 'kind'], everyRow)],
    // Who applied for one case applies for the next.
    intake: [mayRead(everyRow)],
    // Whom a desk notes; companies are public, and found by their number wherever they were noted.
    parties: [mayRead(`${ofOffice('party.id')} or ${ofDesk} or kind = 'organization'`), mayAdd(ofDesk)],
    keeper: [mayRead(everyRow)],
  },
  party_identifier: {
    person: [mayRead(`${isSelf('party_id')} or party_id = ${setting('applicant')}`)],
    staff: [
      mayRead(
        `${isSelf('party_id')} or party_id = ${setting('applicant')} or ${ofOffice('party_identifier.party_id')}`,
      ),
      mayChange(ended, `${setting('corrects')} <> '' and ${ofOffice('party_identifier.party_id')}`),
    ],
    operator: signIn,
    signIn,
    outbox: [mayRead(everyRow)],
    // The number of an applicant goes from one case of theirs to the next.
    intake: [mayRead(everyRow)],
    // Whoever has the number of who takes part in a case is told of it.
    notices: [mayRead(everyRow)],
    parties: [mayRead(ofOffice('party_identifier.party_id'))],
    campaigns: [mayReadOf(['party_id', 'state'], everyRow)],
    // Whose number the one question is about that is answered.
    rightSources: [
      mayRead(
        `number_index in (select c.subject_index from casework.consultation c where c.id = nullif(${setting('question')}, '')::bigint)`,
      ),
    ],
    // A register that says of the number of the case that it was canceled.
    connector: [
      mayRead(ofConnector('party_identifier.party_id')),
      mayChange(ended, ofConnector('party_identifier.party_id')),
    ],
    keeper: [mayRead(everyRow)],
  },
  contact_point: {
    person: [mayRead(`party_id = ${setting('applicant')}`), mayDoAll(isApplicant('party_id'))],
    staff: [
      mayRead(`party_id = ${setting('applicant')} or ${ofOffice('contact_point.party_id')}`),
      mayDoAll(isApplicant('party_id')),
    ],
    notices: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
  channel_choice: {
    person: [mayRead(`party_id = ${setting('applicant')}`), ...ownChoices],
    staff: [mayRead(`party_id = ${setting('applicant')} or ${ofOffice('channel_choice.party_id')}`), ...ownChoices],
    campaigns: [mayReadOf(['party_id', 'channel', 'withdrawn_at'], everyRow)],
    notices: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
  // Of the person alone: no office has to know that they were sent a code.
  contact_code: {
    person: [mayDoAll(isApplicant('party_id'))],
    staff: [mayDoAll(isApplicant('party_id'))],
    operator: [mayRead(everyRow)],
  },
  participant: {
    // Whoever reads a case reads who else takes part in it; who comes in by a number says who they are.
    person: [mayRead(ofSeenCase), mayChange(['party_id'], ofSeenCase, isForApplicant)],
    staff: [
      may(['select', 'insert'], ofAdministration('handles')),
      mayChange(['party_id', 'ended_at', 'ended_by', 'end_reason'], ofAdministration('handles')),
      mayRead(ofSeenCase),
      mayChange(['party_id'], ofSeenCase, isForApplicant),
    ],
    connector: [mayRead(ofConnectorCase)],
    notices: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
    parties: [mayRead(ofAdministration('handles'))],
  },
  mandate: {
    person: ownMandates,
    staff: [
      ...ownMandates,
      mayRead(`${ofOffice('mandate.mandator_id')} or ${ofOffice('mandate.mandatee_id')}`),
      may(['select', 'insert', 'update'], ofAdministration('handles')),
    ],
    operator: signIn,
    signIn,
    // Whoever acts for somebody does not work on their cases.
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
