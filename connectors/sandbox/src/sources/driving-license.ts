import { findDriver } from '../fixtures/drivers.ts';
import { notFound } from '../problem.ts';
import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

/** Driving licenses by driver. */
export const drivingLicense: Source = {
  id: 'driving-license',
  title: 'Driving licenses',
  method: 'POST',
  path: '/driving-license/licenses/search',
  urlSetting: 'DRIVING_LICENSE_URL',
  tokenSecret: 'DRIVING_LICENSE_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) =>
    answerAbout(readSsin(question), ({ person }) => {
      const license = findDriver(person.ssin)?.license;
      return license === undefined ? { problem: notFound() } : { json: { ...license } };
    }),
  wrap: (problem) => ({ problem }),
};
