import { formats, isDate } from '@irisflow/forms';
import type { Locale } from '@irisflow/ui';
import type { DeskKey } from '../texts/desk-texts.ts';

export const openingChannels = ['visit', 'mail', 'call', 'message', 'exOfficio'] as const;
export type OpeningChannel = (typeof openingChannels)[number];

/** What a clerk says to open a case, as it stands in the form. */
export interface NewApplication {
  readonly procedureKey: string | undefined;
  readonly channel: OpeningChannel;
  readonly receivedOn: string | undefined;
  readonly language: Locale;
  /** Somebody of whom there is a case, by that case; undefined for somebody who is noted now. */
  readonly caseId: string | undefined;
  /** Whether it is a company that is noted, and no person. */
  readonly isCompany: boolean;
  readonly companyName: string;
  readonly enterpriseNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly nationalNumber: string;
  readonly phone: string;
  readonly email: string;
}

export type OpeningField = keyof NewApplication;
export type OpeningProblems = { readonly [F in OpeningField]?: DeskKey };

export const emptyApplication: NewApplication = {
  procedureKey: undefined,
  channel: 'visit',
  receivedOn: undefined,
  language: 'fr',
  caseId: undefined,
  isCompany: false,
  companyName: '',
  enterpriseNumber: '',
  firstName: '',
  lastName: '',
  nationalNumber: '',
  phone: '',
  email: '',
};

type Check = (application: NewApplication, today: string) => DeskKey | undefined;

const ofNew =
  (check: Check): Check =>
  (application, today) =>
    application.caseId === undefined ? check(application, today) : undefined;

const ofPerson = (check: Check): Check =>
  ofNew((application, today) => (application.isCompany ? undefined : check(application, today)));

const ofCompany = (check: Check): Check =>
  ofNew((application, today) => (application.isCompany ? check(application, today) : undefined));

const checks: { readonly [F in OpeningField]?: Check } = {
  procedureKey: ({ procedureKey }) => (procedureKey === undefined ? 'contact.procedure.missing' : undefined),
  receivedOn: ({ receivedOn }, today) => {
    if (receivedOn === undefined) return undefined;
    if (!isDate(receivedOn)) return 'contact.day.wrong';
    return receivedOn > today ? 'contact.day.future' : undefined;
  },
  enterpriseNumber: ofCompany(({ enterpriseNumber: number }) =>
    formats['be-enterprise-number'](number.trim()) ? undefined : 'opening.enterprise.wrong',
  ),
  companyName: ofCompany(({ companyName }) => (companyName.trim() === '' ? 'opening.company.missing' : undefined)),
  lastName: ofPerson(({ lastName }) => (lastName.trim() === '' ? 'contact.lastName.missing' : undefined)),
  nationalNumber: ofPerson(({ nationalNumber: number }) =>
    number.trim() === '' || formats['be-national-number'](number.trim()) ? undefined : 'opening.number.wrong',
  ),
  phone: ofNew(({ phone }) => (phone.trim() === '' || formats.phone(phone.trim()) ? undefined : 'contact.phone.wrong')),
  email: ofNew(({ email }) => (email.trim() === '' || formats.email(email.trim()) ? undefined : 'contact.email.wrong')),
};

/** What is wrong, field by field, in the order of the form. */
export const checkApplication = (application: NewApplication, today: string): OpeningProblems =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const problem = check(application, today);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const whoOf = (application: NewApplication) => {
  const { caseId, isCompany, companyName, enterpriseNumber, firstName, lastName, nationalNumber } = application;
  if (caseId !== undefined) return { kind: 'applicant' as const, caseId };
  const reach = { phone: orNull(application.phone), email: orNull(application.email) };
  if (isCompany)
    return {
      kind: 'company' as const,
      enterpriseNumber: enterpriseNumber.trim(),
      name: companyName.trim(),
      ...reach,
    };
  return {
    kind: 'new' as const,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    nationalNumber: orNull(nationalNumber),
    ...reach,
  };
};

/** As the platform takes it. */
export const applicationBody = (application: NewApplication) => {
  const { procedureKey = '', channel, receivedOn = null, language } = application;
  return { procedureKey, channel, receivedOn, language, who: whoOf(application) };
};
