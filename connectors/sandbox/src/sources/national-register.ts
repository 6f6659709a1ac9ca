import type { Person } from '../fixtures/household.ts';
import type { Resident } from '../fixtures/population.ts';
import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

const GENDER_CODES = { M: 1, F: 2 } as const;

/** Identity, address and household of a person. */
export const nationalRegister: Source = {
  id: 'national-register',
  title: 'National register',
  method: 'POST',
  path: '/national-register/persons/search',
  urlSetting: 'NATIONAL_REGISTER_URL',
  tokenSecret: 'NATIONAL_REGISTER_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) => answerAbout(readSsin(question), (resident) => ({ json: describe(resident) })),
  answerLater: (question) => answerAbout(readSsin(question), (resident) => ({ json: describe(withNewborn(resident)) })),
  wrap: (problem) => ({ problem }),
};

/** A fictional child of this year. */
const newborn: Person = {
  ssin: '26070100135',
  lastName: 'Nouvelle',
  firstName: 'Zoé',
  birthDate: '2026-07-01',
  gender: 'F',
  relation: 'child',
  civilStatus: 'single',
};

const withNewborn = (resident: Resident): Resident => ({
  ...resident,
  household: { ...resident.household, members: [...resident.household.members, newborn] },
});

const describe = ({ person, household, address }: Resident): Readonly<Record<string, unknown>> => {
  const reference = household.members.find(({ relation }) => relation === 'reference') ?? person;
  return {
    ...identity(person),
    registerType: Number(person.ssin.slice(2, 4)) > 12 ? 'BIS' : 'RN',
    nationality: 'BE',
    civilState: { code: person.civilStatus },
    language: household.language,
    ...(person.deceasedOn === undefined ? {} : { deceasedOn: person.deceasedOn }),
    address: { ...address, since: '2018-01-01' },
    household: {
      referenceSsin: reference.ssin,
      members: household.members.map((member) => ({
        ...identity(member),
        relation: member.relation,
        ...(member.deceasedOn === undefined ? {} : { deceasedOn: member.deceasedOn }),
      })),
    },
  };
};

const identity = (person: Person) => ({
  ssin: person.ssin,
  name: { last: person.lastName, first: [person.firstName] },
  birthDate: person.birthDate,
  gender: GENDER_CODES[person.gender],
});
