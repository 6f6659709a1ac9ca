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

const addressOf = (address: Person['address'], language: string | undefined) => {
  const inLanguage = ({ fr, nl }: { fr: string; nl: string }) => (language === 'nl' ? nl : fr);
  return {
    street: inLanguage(address.street),
    number: address.houseNumber,
    ...(address.boxNumber === undefined ? {} : { box: address.boxNumber }),
    postalCode: address.postCode,
    municipality: inLanguage(address.municipality),
  };
};

/** What the form asks of each member and the register does not know. */
const formDefaults = { disability: false };

const memberOf = ({ firstName, lastName, birthDate, relation }: Member) => ({
  name: `${firstName} ${lastName}`,
  birthDate,
  relation: relations[relation] ?? 'other',
  ...formDefaults,
});

/** Members without the person themselves; where the number was cut off, the one of that name and birth. */
const othersOf = ({ household, nationalNumber, firstName, lastName, birthDate }: Partial<Person>): readonly Member[] =>
  (household?.members ?? []).filter(
    (member) =>
      !member.isDeceased &&
      (nationalNumber === undefined
        ? member.firstName !== firstName || member.lastName !== lastName || member.birthDate !== birthDate
        : member.nationalNumber !== nationalNumber),
  );

/** What the national register knows, shaped like the fields of application forms; of an answer that was cut, what is left. */
export const nationalRegisterValues = (person: Partial<Person>): Record<string, unknown> => ({
  lastName: person.lastName,
  firstName: person.firstName,
  birthDate: person.birthDate,
  ...(person.address === undefined ? {} : { address: addressOf(person.address, person.language) }),
  ...(person.household === undefined ? {} : { household: othersOf(person).map(memberOf) }),
});

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The same without what the form only fills in: the register did not say that. */
export const withoutFormDefaults = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFormDefaults);
  if (!isRow(value)) return value;
  const said = Object.entries(value).filter(([name]) => !Object.hasOwn(formDefaults, name));
  return Object.fromEntries(said.map(([name, one]) => [name, withoutFormDefaults(one)]));
};
