import { ADDRESSES, type Address } from '../fixtures/addresses.ts';
import type { Source, SourceQuestion } from './source.ts';

const HOST = 'https://sandbox.example/id';

/** Addresses of the Region and around, in the shape of the federal address search. It knows no persons. */
export const addressRegister: Source = {
  id: 'address-register',
  title: 'Address register',
  method: 'GET',
  path: '/address-register/addresses',
  urlSetting: 'ADDRESS_REGISTER_URL',
  tokenSecret: 'ADDRESS_REGISTER_TOKEN',
  isPersonal: false,
  subjectOf: () => undefined,
  answer: (question) => {
    const found = Object.entries(ADDRESSES).filter(([, address]) => matches(address, question));
    const embedded = Object.assign({}, ...found.map(([, address]) => embed(address))) as Record<string, unknown>;
    return { json: { items: found.map(([key, address]) => item(key, address)), embedded, total: found.length } };
  },
  wrap: (problem) => ({ problem }),
};

const matches = (address: Address, { query }: SourceQuestion): boolean => {
  const { streetName, houseNumber, postCode, municipalityName } = query;
  return (
    isOneOf(streetName, [address.street.fr, address.street.nl]) &&
    isOneOf(houseNumber, [address.houseNumber]) &&
    isOneOf(postCode, [address.postCode]) &&
    isOneOf(municipalityName, [address.municipality.fr, address.municipality.nl])
  );
};

/** Accents, case and kinds of apostrophe do not matter in a search; a part that is not asked for matches all. */
const isOneOf = (wanted: string | undefined, names: readonly string[]): boolean =>
  wanted === undefined || wanted === '' || names.some((name) => fold(name) === fold(wanted));

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .trim()
    .toLowerCase();

const streetId = (address: Address) =>
  `${HOST}/street/${encodeURIComponent(fold(address.street.nl))}-${address.nisCode}`;
const municipalityId = (address: Address) => `${HOST}/municipality/${address.nisCode}`;
const postalId = (address: Address) => `${HOST}/postal/${address.postCode}`;

const item = (key: string, address: Address) => ({
  id: `${HOST}/address/${key}`,
  houseNumber: address.houseNumber,
  ...(address.boxNumber === undefined ? {} : { boxNumber: address.boxNumber }),
  status: 'current',
  hasStreetName: { href: streetId(address) },
  hasMunicipality: { href: municipalityId(address) },
  hasPostalInfo: { href: postalId(address) },
});

const embed = (address: Address) => ({
  [streetId(address)]: { name: address.street },
  [municipalityId(address)]: { name: address.municipality, nisCode: address.nisCode },
  [postalId(address)]: { postCode: address.postCode },
});
