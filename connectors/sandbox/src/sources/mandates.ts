import { findMandate } from '../fixtures/drivers.ts';
import { findEnterprise } from '../fixtures/enterprises.ts';
import { unknownEnterprise } from '../problem.ts';
import { answerAbout, parseObject, readSsin } from './read-ssin.ts';
import type { Source, SourceAnswer } from './source.ts';

const NOBODY: SourceAnswer = { json: { mayAct: false, as: 'nobody' } };

const standingOf = (ssin: string, enterpriseNumber: string, scope: string): SourceAnswer => {
  const enterprise = findEnterprise(enterpriseNumber);
  if (enterprise === undefined) return { problem: unknownEnterprise(enterpriseNumber) };
  const today = new Date().toISOString().slice(0, 10);
  const office = enterprise.functions.find((one) => one.ssin === ssin && (one.to === undefined || today <= one.to));
  if (office !== undefined) return { json: { mayAct: true, as: 'legalRepresentative', from: office.from } };
  const mandate = findMandate({ ssin, enterpriseNumber, scope }, today);
  if (mandate === undefined) return NOBODY;
  const { from, to } = mandate;
  return { json: { mayAct: true, as: 'mandatary', from, ...(to === undefined ? {} : { to }) } };
};

/** Who may act for a company, by law or by a mandate. */
export const mandates: Source = {
  id: 'mandates',
  title: 'Mandates for companies',
  method: 'POST',
  path: '/mandates/search',
  urlSetting: 'MANDATES_URL',
  tokenSecret: 'MANDATES_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) => {
    const { enterpriseNumber, scope } = parseObject(question.body);
    return answerAbout(readSsin(question), ({ person }) =>
      standingOf(person.ssin, String(enterpriseNumber), String(scope)),
    );
  },
  wrap: (problem) => ({ problem }),
};
