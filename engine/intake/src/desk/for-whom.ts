import type { Actor } from '@irisflow/access';
import { type CaseRow, type KnownAnswers, recordOpening, requireClerkCase } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { organizationOfDesk, refuseCanceledNumber } from '@irisflow/parties';
import { personOfOffice } from '../opening/person-of-office.ts';
import { requireEnterpriseNumber, requireNationalNumber } from '../opening/required-numbers.ts';
import type { Surroundings } from '../surroundings.ts';

export interface NewApplicant {
  readonly kind: 'new';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly nationalNumber: string | null;
}

/** A company is known by its number: the platform may know it already, by another administration or by who acts for it. */
export interface CompanyApplicant {
  readonly kind: 'company';
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Somebody of whom there is a case, somebody who is noted now, or a company. */
export type ForWhom = { readonly kind: 'applicant'; readonly caseId: string } | NewApplicant | CompanyApplicant;

/** Whom an office fills a form for, and what it knows of them without asking. */
export interface KnownApplicant {
  /** Null where nobody knows them yet. */
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly answers: KnownAnswers;
}

export interface Asking {
  readonly actor: Actor;
  readonly administration: string;
  readonly language: Locale;
}

/** Who has a number is that person, who follows the case at the portal; without one the office notes somebody new. */
const personOf = async (
  surroundings: Surroundings,
  { actor, administration, language }: Asking,
  { name, number }: { readonly name: string; readonly number: string | null },
): Promise<string | null> =>
  number === null
    ? null
    : personOfOffice(surroundings, actor, { administration, number, name, language, reference: '' });

const noted = async (surroundings: Surroundings, asking: Asking, who: NewApplicant): Promise<KnownApplicant> => {
  const { email, phone } = who;
  const nationalNumber = who.nationalNumber === null ? null : requireNationalNumber(who.nationalNumber);
  if (nationalNumber !== null) await refuseCanceledNumber(surroundings, surroundings.database, nationalNumber);
  const firstName = who.firstName.trim();
  const lastName = who.lastName.trim();
  const name = `${firstName} ${lastName}`.trim();
  const answers = { name, 'given-name': firstName, 'family-name': lastName, email, tel: phone, nationalNumber };
  return { personId: await personOf(surroundings, asking, { name, number: nationalNumber }), name, email, answers };
};

const company = async (
  surroundings: Surroundings,
  { actor, administration, language }: Asking,
  who: CompanyApplicant,
): Promise<KnownApplicant> => {
  const enterpriseNumber = requireEnterpriseNumber(who.enterpriseNumber);
  const name = who.name.trim();
  const { email, phone } = who;
  const wanted = { administration, enterpriseNumber, name, language };
  const personId = await organizationOfDesk(surroundings, actor, wanted);
  return { personId, name, email, answers: { organization: name, enterpriseNumber, email, tel: phone } };
};

/** Whoever fills a form for an applicant looks into what is known of them. */
const applicant = (surroundings: Surroundings, actor: Actor, caseId: string): Promise<CaseRow> =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await recordOpening(surroundings, tx, { clerk, row });
    return row;
  });

export const knownApplicant = async (
  surroundings: Surroundings,
  asking: Asking,
  who: ForWhom,
): Promise<KnownApplicant> => {
  if (who.kind === 'new') return noted(surroundings, asking, who);
  if (who.kind === 'company') return company(surroundings, asking, who);
  const {
    person_id: personId,
    applicant: name,
    applicant_email: email,
  } = await applicant(surroundings, asking.actor, who.caseId);
  return { personId, name, email, answers: { name, email } };
};
