import type { Address } from '../fixtures/addresses.ts';
import { findEnterprise, type Enterprise } from '../fixtures/enterprises.ts';
import { malformedInput, unknownEnterprise } from '../problem.ts';
import { envelope, faultOf, readLeaves } from './soap.ts';
import type { Source, SourceAnswer, SourceQuestion } from './source.ts';
import { createTokenJudge } from './username-token.ts';

const NAMESPACE = 'urn:irisflow:sandbox:enterprise-register:v1';
const NUMBER = /^[01]\d{9}$/;
const USER = 'sandbox';
const judgeToken = createTokenJudge(USER);

const numberOf = (question: SourceQuestion) => readLeaves(question).get('enterpriseNumber');

const answerWith = (question: SourceQuestion, today: (enterprise: Enterprise) => Enterprise): SourceAnswer => {
  const number = numberOf(question);
  if (number === undefined || !NUMBER.test(number))
    return faultOf(malformedInput('enterpriseNumber', 'Expected 10 digits.'));
  const found = findEnterprise(number);
  return found === undefined
    ? faultOf(unknownEnterprise(number))
    : {
        xml: envelope(
          `<e:ReadEnterpriseReply xmlns:e="${NAMESPACE}">${describe(today(found))}</e:ReadEnterpriseReply>`,
        ),
      };
};

/** Companies over SOAP 1.1 with WS-Security: a user whose password never travels. */
export const enterpriseRegister: Source = {
  id: 'enterprise-register',
  title: 'Enterprise register (SOAP, WS-Security)',
  method: 'POST',
  path: '/enterprise-register/soap',
  urlSetting: 'ENTERPRISE_REGISTER_URL',
  tokenSecret: 'ENTERPRISE_REGISTER_PASSWORD',
  settings: { ENTERPRISE_REGISTER_USER: USER },
  isPersonal: true,
  refuse: (question, password) => judgeToken(readLeaves(question), password),
  successor: '0999999229',
  subjectOf: numberOf,
  answer: (question) => answerWith(question, (enterprise) => enterprise),
  answerLater: (question) =>
    answerWith(question, (enterprise) => ({ ...enterprise, situation: { code: 'bankruptcy', from: '2026-07-01' } })),
  wrap: faultOf,
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const element = (name: string, ...inner: readonly (string | undefined)[]): string =>
  `<e:${name}>${inner.join('')}</e:${name}>`;
const leaf = (name: string, text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : element(
        name,
        text.replaceAll(/[&<>]/g, (found) => ESCAPES[found] ?? found),
      );

const period = (from: string, to?: string) => element('Period', leaf('Begin', from), leaf('End', to));

const names = (name: string, texts: { readonly fr?: string; readonly nl?: string }): string =>
  (['fr', 'nl'] as const)
    .filter((language) => texts[language] !== undefined)
    .map((language) => element(name, leaf('Language', language), leaf('Value', texts[language])))
    .join('');

const addressElement = ({ street, houseNumber, boxNumber, postCode, municipality, nisCode }: Address): string =>
  element(
    'Address',
    leaf('StreetFR', street.fr),
    leaf('StreetNL', street.nl),
    leaf('HouseNumber', houseNumber),
    leaf('Box', boxNumber),
    leaf('Zipcode', postCode),
    leaf('MunicipalityFR', municipality.fr),
    leaf('MunicipalityNL', municipality.nl),
    leaf('NisCode', nisCode),
  );

const describe = (enterprise: Enterprise): string =>
  element(
    'Enterprise',
    leaf('Number', enterprise.number),
    leaf('Type', enterprise.kind),
    leaf('Status', enterprise.status),
    period(enterprise.from, enterprise.to),
    names('Denomination', enterprise.name),
    enterprise.form &&
      element('JuridicalForm', leaf('Code', enterprise.form.code), names('Description', enterprise.form)),
    element('JuridicalSituation', leaf('Code', enterprise.situation.code), period(enterprise.situation.from)),
    addressElement(enterprise.address),
    ...enterprise.naceCodes.map((code, index) =>
      element('Activity', leaf('NaceCode', code), leaf('Classification', index === 0 ? 'MAIN' : 'SECO')),
    ),
    ...enterprise.functions.map(functionElement),
    ...enterprise.establishments.map(({ number, name, address, from }) =>
      element(
        'Establishment',
        leaf('Number', number),
        names('Denomination', name),
        addressElement(address),
        period(from),
      ),
    ),
  );

const functionElement = ({ role, ssin, lastName, firstName, from, to }: Enterprise['functions'][number]): string =>
  element(
    'Function',
    leaf('Code', role),
    element('Person', leaf('NationalNumber', ssin), leaf('Surname', lastName), leaf('GivenName', firstName)),
    period(from, to),
  );
