import { notFound } from '../problem.ts';
import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

/** Candidates for social housing with their priority points. */
export const socialHousingRegister: Source = {
  id: 'social-housing-register',
  title: 'Social housing register',
  method: 'POST',
  path: '/social-housing-register/candidates/search',
  urlSetting: 'SOCIAL_HOUSING_REGISTER_URL',
  tokenSecret: 'SOCIAL_HOUSING_REGISTER_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) =>
    answerAbout(readSsin(question), ({ household }) => {
      const { socialHousing, members } = household;
      if (socialHousing === undefined) return { problem: notFound() };
      const reference = members.find(({ relation }) => relation === 'reference');
      return { json: { ...socialHousing, referencePersonSsin: reference?.ssin } };
    }),
  wrap: (problem) => ({ problem }),
};
