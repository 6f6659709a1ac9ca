import type { beNationalRegister } from '@irisflow/connector-catalog';
import type { Static } from 'typebox';

type Person = Static<typeof beNationalRegister.output>;
type Member = Person['household']['members'][number];

/** The register's relations as forms know them. */
const relations: Readonly<Record<string, string>> = {
  spouse: 'partner',
  partner: 'partner',
  child: 'child',
  parent: 'parent',
};

const addressOf = ({ address, language }: Person) => {
  const inLanguage = ({ fr, nl }: { fr: string; nl: string }) => (language === 'nl' ? nl : fr);
  return {
    street: inLanguage(address.street),
    number: address.houseNumber,
    ...(address.boxNumber === undefined ? {} : { box: address.boxNumber }),
    postalCode: address.postCode,
    municipality: inLanguage(address.municipality),
  };
};

const memberOf = ({ firstName, lastName, birthDate, relation }: Member) => ({
  name: `${firstName} ${lastName}`,
  birthDate,
  relation: relations[relation] ?? 'other',
  disability: false,
});

/** What the national register knows, shaped like the fields of application forms. */
export const nationalRegisterValues = (person: Person): Record<string, unknown> => ({
  lastName: person.lastName,
  firstName: person.firstName,
  birthDate: person.birthDate,
  address: addressOf(person),
  household: person.household.members
    .filter(({ nationalNumber, isDeceased }) => nationalNumber !== person.nationalNumber && !isDeceased)
    .map(memberOf),
});
