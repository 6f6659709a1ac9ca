import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { WirePerson, type Input, type Output } from './schema.ts';

const ADULT_AGE = 18;
/** ISO 5218. */
const GENDERS: Readonly<Record<number, Output['gender']>> = { 1: 'M', 2: 'F' };

export const run = async ({ nationalNumber }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const person = await askRegister(context, {
    source: 'the national register',
    urlSetting: 'NATIONAL_REGISTER_URL',
    tokenSecret: 'NATIONAL_REGISTER_TOKEN',
    subject: ssin,
    body: { ssin },
    answer: WirePerson,
  });
  return {
    ...identityOf(person),
    registerType: person.registerType,
    gender: GENDERS[person.gender] ?? 'X',
    civilStatus: person.civilState.code,
    nationality: person.nationality,
    ...(person.language === undefined ? {} : { language: person.language }),
    isDeceased: person.deceasedOn !== undefined,
    address: addressOf(person.address),
    household: householdOf(person.household, brusselsDate(context.now())),
  };
};

const identityOf = ({ ssin, name, birthDate }: Pick<WirePerson, 'ssin' | 'name' | 'birthDate'>) => ({
  nationalNumber: ssin,
  lastName: name.last,
  firstName: name.first.join(' '),
  birthDate,
});

const addressOf = ({ street, houseNumber, boxNumber, postCode, municipality, nisCode }: WirePerson['address']) => ({
  street,
  houseNumber,
  ...(boxNumber === undefined ? {} : { boxNumber }),
  postCode,
  municipality,
  nisCode,
});

const householdOf = (household: WirePerson['household'], today: string): Output['household'] => {
  const members = household.members.map((member) => ({
    ...identityOf(member),
    relation: member.relation,
    isAdult: isAdultOn(member.birthDate, today),
    isDeceased: member.deceasedOn !== undefined,
  }));
  const living = members.filter(({ isDeceased }) => !isDeceased);
  const adults = living.filter(({ isAdult }) => isAdult).length;
  return { referenceNumber: household.referenceSsin, adults, children: living.length - adults, members };
};

/** Dates as `yyyy-mm-dd` compare as text; whoever was born on or before this day 18 years ago is of age. */
const isAdultOn = (birthDate: string, today: string): boolean =>
  birthDate <= `${Number(today.slice(0, 4)) - ADULT_AGE}${today.slice(4)}`;

/** Age changes at midnight in Brussels, not in Greenwich. */
const brusselsDate = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' }).format(instant);
