import { actingFor, isInReach, requireOffice, type Actor, type Office } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  acceptAnswers,
  type Applicant,
  applicationForm,
  type Matter,
  ownProcedure,
  requireReasonable,
} from '@irisflow/casework';
import { CaseworkError, type FormData, type Locale } from '@irisflow/foundation';
import { organizationOfDesk } from '@irisflow/parties';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OpenedCase } from '../views/applicant.ts';
import { openOnce } from './open-once.ts';
import { personOfOffice } from './person-of-office.ts';
import { requireForCompanies } from './require-for-companies.ts';
import { requireEnterpriseNumber, requireNationalNumber } from './required-numbers.ts';

export interface ApiApplicant {
  readonly name: string;
  readonly email: string | null;
  readonly nationalNumber: string | null;
  /** Of a company, which has no national number. */
  readonly enterpriseNumber?: string | null;
}

export interface OpenByReference {
  /** What the caller calls the case. */
  readonly externalReference: string;
  readonly procedureKey: string;
  readonly applicant: ApiApplicant;
  readonly language: Locale;
  /** The day on which it came in; null for today. */
  readonly receivedOn: string | null;
  readonly data: FormData;
}

interface Opening {
  readonly actor: Actor;
  readonly office: Office;
  readonly wanted: OpenByReference;
  readonly procedure: PublishedProcedure;
  readonly number: string | null;
}

const matterOf = (surroundings: Surroundings, opening: Opening, applicant: Applicant): Matter => {
  const { actor, office, wanted, procedure, number } = opening;
  const today = dayOf(surroundings.clock.now());
  const answers = { data: wanted.data, prefill: [], documents: [], today, audience: 'agent' } as const;
  const { data } = acceptAnswers(applicationForm(procedure), answers);
  return {
    actor,
    procedure,
    applicant,
    told: number,
    data,
    prefill: [],
    language: wanted.language,
    channel: 'api',
    receivedOn: wanted.receivedOn === today ? null : wanted.receivedOn,
    openedBy: office.person?.id ?? null,
    draftId: null,
    contactId: null,
    detail: { externalReference: wanted.externalReference },
  };
};

interface Numbers {
  readonly person: string | null;
  readonly company: string | null;
}

const requireFacts = ({ applicant, receivedOn }: OpenByReference, today: string): Numbers => {
  if (receivedOn !== null && receivedOn > today)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a day until ${today}, but it is to have come in on ${receivedOn}`,
    );
  const { nationalNumber, enterpriseNumber = null } = applicant;
  if (nationalNumber !== null && enterpriseNumber !== null)
    throw new CaseworkError(
      'INPUT_INVALID',
      'Expected a person or a company as applicant, but found the number of each',
    );
  return {
    person: nationalNumber === null ? null : requireNationalNumber(nationalNumber),
    company: enterpriseNumber === null ? null : requireEnterpriseNumber(enterpriseNumber),
  };
};

const requireReach = (office: Office, procedureKey: string): Office => {
  if (isInReach(office, procedureKey)) return office;
  throw new CaseworkError(
    'FORBIDDEN',
    `Expected a token for cases of ${procedureKey}, but found one for ${office.procedures?.join(', ') ?? 'none'}`,
  );
};

/** A company is who its number names; a person, whom the administration knows by theirs or notes now. */
const partyOf = (surroundings: Surroundings, { actor, office, wanted }: Opening, numbers: Numbers): Promise<string> => {
  const { administration } = office;
  const { language, externalReference: reference } = wanted;
  const { name } = wanted.applicant;
  const { company, person: number } = numbers;
  return company === null
    ? personOfOffice(surroundings, actor, { administration, number, name, language, reference })
    : organizationOfDesk(surroundings, actor, { administration, enterpriseNumber: company, name, language });
};

/** Opens a case for another system, whose name for it makes a repetition harmless. The answers obey the form. */
export const openByReference: UseCase<OpenByReference, OpenedCase> = async (given, actor, wanted) => {
  const office = requireReach(requireOffice(actor, 'cases.open'), wanted.procedureKey);
  // A token writes no case: the job that opens those of connectors does it in its name.
  const surroundings = office.person === null ? actingFor(given, actor, 'intake') : given;
  requireReasonable(wanted.data);
  const { database, clock, outboxBell } = surroundings;
  const numbers = requireFacts(wanted, dayOf(clock.now()));
  const procedure = await ownProcedure(surroundings, office.administration, wanted.procedureKey);
  if (numbers.company !== null) requireForCompanies(procedure);
  const opening = { actor, office, wanted, procedure, number: numbers.person };
  const { name, email } = wanted.applicant;
  const id = await partyOf(surroundings, opening, numbers);
  const enterpriseNumber = numbers.company;
  const applicant = { id, name, email, isEmailVerified: false, nationalNumber: null, enterpriseNumber };
  const opened = await database.transaction((tx) =>
    openOnce(surroundings, tx, {
      name: { administration: office.administration, reference: wanted.externalReference },
      procedureKey: procedure.key,
      request: wanted,
      matter: async () => matterOf(surroundings, opening, applicant),
    }),
  );
  if (opened.isNew) outboxBell.ring();
  return opened;
};
