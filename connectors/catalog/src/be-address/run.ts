import { bpmnError, expectShape, incident, type RunContext } from '@irisflow/connector-sdk';

import { readJson } from '../registers/ask-register.ts';
import { translateRefusal } from '../registers/translate-refusal.ts';
import { WireAddresses, type Input, type Output } from './schema.ts';

/** The nineteen communes of the Region have the NIS codes 21001 to 21019. */
const REGION_NIS = /^210(0[1-9]|1\d)$/;

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const found = await search(input, context);
  const current = found.items.filter(
    ({ status, boxNumber }) => status === 'current' && fits(input.boxNumber, boxNumber),
  );
  const [only, ...others] = current;
  if (only === undefined) throw bpmnError('NO_DATA', 'The address register knows no such address.');
  if (others.length > 0) {
    const count = current.length;
    throw bpmnError('AMBIGUOUS', `The address register knows ${count} such addresses.`, { count });
  }
  return describe(only, found.embedded);
};

const fits = (asked: string | undefined, known: string | undefined): boolean => asked === undefined || asked === known;

const search = async (input: Input, context: RunContext): Promise<WireAddresses> => {
  const url = new URL(context.setting('ADDRESS_REGISTER_URL'));
  url.searchParams.set('streetName', input.street);
  url.searchParams.set('houseNumber', input.houseNumber);
  if (input.postCode !== undefined) url.searchParams.set('postCode', input.postCode);
  if (input.municipality !== undefined) url.searchParams.set('municipalityName', input.municipality);
  const response = await context.fetch({
    url: url.href,
    headers: { authorization: `Bearer ${context.secret('ADDRESS_REGISTER_TOKEN')}`, accept: 'application/json' },
  });
  if (response.status !== 200)
    throw translateRefusal('the address register', response, { type: problemType(response.status) });
  const source = 'the address register';
  return expectShape(WireAddresses, readJson(source, response), `the answer of ${source}`);
};

/** The address search names its refusals by status alone. */
const problemType = (status: number): string | undefined =>
  ({ 403: 'missingPermission', 404: 'resourceNotFound' })[status];

const describe = (item: WireAddresses['items'][number], embedded: WireAddresses['embedded']): Output => {
  const street = embedded[item.hasStreetName.href]?.name;
  const { name: municipality, nisCode } = embedded[item.hasMunicipality.href] ?? {};
  const postCode = embedded[item.hasPostalInfo.href]?.postCode;
  if (street === undefined || municipality === undefined || nisCode === undefined || postCode === undefined) {
    throw incident('Expected the address register to embed street, commune and post code, but one is missing.');
  }
  return {
    addressId: item.id,
    street,
    houseNumber: item.houseNumber,
    ...(item.boxNumber === undefined ? {} : { boxNumber: item.boxNumber }),
    postCode,
    municipality,
    nisCode,
    isInRegion: REGION_NIS.test(nisCode),
  };
};
