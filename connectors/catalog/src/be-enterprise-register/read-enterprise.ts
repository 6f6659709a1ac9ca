import { findNode, nodesOf, textOf, type XmlNode } from '../xml/read-xml.ts';

const NOTHING: XmlNode = {
  name: '',
  namespace: '',
  text: '',
  attributes: {},
  children: [],
  namespaceOf: () => undefined,
};
const within = (node: XmlNode, name: string): XmlNode => findNode(node, name) ?? NOTHING;
const childText = (node: XmlNode, name: string): string | undefined => nodesOf(node, name)[0]?.text || undefined;

/** What is not there leaves no key behind, so that the check of the shape says what misses. */
const given = <T>(key: string, value: T | undefined): Readonly<Record<string, T>> =>
  value === undefined ? {} : { [key]: value };

/** What the agreed answer says, not yet held against the shape. */
export const enterpriseOf = (answer: XmlNode): unknown => {
  const enterprise = within(answer, 'Enterprise');
  const form = findNode(enterprise, 'JuridicalForm');
  const situation = within(enterprise, 'JuridicalSituation');
  return {
    enterpriseNumber: childText(enterprise, 'Number'),
    kind: childText(enterprise, 'Type'),
    status: childText(enterprise, 'Status'),
    ...periodOf(enterprise),
    name: namesOf(enterprise, 'Denomination'),
    ...given('legalForm', form && { code: textOf(form, 'Code'), name: namesOf(form, 'Description') }),
    situation: { code: childText(situation, 'Code'), ...periodOf(situation) },
    address: addressOf(enterprise),
    activities: nodesOf(enterprise, 'Activity')
      .map((activity) => ({
        naceCode: textOf(activity, 'NaceCode'),
        isMain: textOf(activity, 'Classification') === 'MAIN',
      }))
      .toSorted((one, other) => Number(other.isMain) - Number(one.isMain)),
    functions: nodesOf(enterprise, 'Function').map(functionOf),
    establishments: nodesOf(enterprise, 'Establishment').map((place) => ({
      number: childText(place, 'Number'),
      name: namesOf(place, 'Denomination'),
      address: addressOf(place),
      ...periodOf(place),
    })),
  };
};

const periodOf = (node: XmlNode) => {
  const period = nodesOf(node, 'Period')[0] ?? NOTHING;
  return { ...given('from', textOf(period, 'Begin')), ...given('to', textOf(period, 'End')) };
};

/** Names by language; a company that has one in one language alone is called so in the other too. */
const namesOf = (node: XmlNode, element: string) => {
  const byLanguage = new Map(
    nodesOf(node, element).map((one) => [textOf(one, 'Language') ?? '', textOf(one, 'Value') ?? '']),
  );
  const any = [...byLanguage.values()][0];
  return { fr: byLanguage.get('fr') ?? any, nl: byLanguage.get('nl') ?? any };
};

const addressOf = (node: XmlNode) => {
  const address = nodesOf(node, 'Address')[0] ?? NOTHING;
  return {
    street: { fr: textOf(address, 'StreetFR'), nl: textOf(address, 'StreetNL') },
    houseNumber: textOf(address, 'HouseNumber'),
    ...given('boxNumber', textOf(address, 'Box')),
    postCode: textOf(address, 'Zipcode'),
    municipality: { fr: textOf(address, 'MunicipalityFR'), nl: textOf(address, 'MunicipalityNL') },
    nisCode: textOf(address, 'NisCode'),
  };
};

const functionOf = (node: XmlNode) => {
  const person = within(node, 'Person');
  return {
    role: childText(node, 'Code'),
    ...given('nationalNumber', textOf(person, 'NationalNumber')),
    lastName: textOf(person, 'Surname'),
    firstName: textOf(person, 'GivenName'),
    ...periodOf(node),
  };
};
