import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

/** Rights on land and buildings. Owning nothing is an answer, not an error. */
export const realProperty: Source = {
  id: 'real-property',
  title: 'Real property',
  method: 'POST',
  path: '/real-property/rights/search',
  urlSetting: 'REAL_PROPERTY_URL',
  tokenSecret: 'REAL_PROPERTY_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) =>
    answerAbout(readSsin(question), ({ person }) => ({ json: { ssin: person.ssin, rights: person.rights ?? [] } })),
  wrap: (problem) => ({ problem }),
};
