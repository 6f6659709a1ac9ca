import { findDriver } from '../fixtures/drivers.ts';
import { notFound } from '../problem.ts';
import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

const MONTHS_VALID = 3;

const dayAfter = (months: number): string => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
};

/** Whether an extract is blank, and nothing of what stands in it. */
export const criminalRecord: Source = {
  id: 'criminal-record',
  title: 'Criminal record (yes or no)',
  method: 'POST',
  path: '/criminal-record/attestations',
  urlSetting: 'CRIMINAL_RECORD_URL',
  tokenSecret: 'CRIMINAL_RECORD_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) =>
    answerAbout(readSsin(question), ({ person }) => {
      const isBlank = findDriver(person.ssin)?.isRecordBlank;
      if (isBlank === undefined) return { problem: notFound() };
      const attestationId = `CR-${person.ssin.slice(-5)}`;
      return { json: { isBlank, asOf: dayAfter(0), validUntil: dayAfter(MONTHS_VALID), attestationId } };
    }),
  wrap: (problem) => ({ problem }),
};
