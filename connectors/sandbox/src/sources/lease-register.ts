import { notFound } from '../problem.ts';
import { answerAbout, readSsin } from './read-ssin.ts';
import type { Source } from './source.ts';

/** Registered leases by tenant. */
export const leaseRegister: Source = {
  id: 'lease-register',
  title: 'Lease register',
  method: 'POST',
  path: '/lease-register/leases/search',
  urlSetting: 'LEASE_REGISTER_URL',
  tokenSecret: 'LEASE_REGISTER_TOKEN',
  isPersonal: true,
  subjectOf: readSsin,
  answer: (question) =>
    answerAbout(readSsin(question), ({ household, address }) =>
      household.lease === undefined
        ? { problem: notFound() }
        : { json: { ...household.lease, registered: true, address } },
    ),
  wrap: (problem) => ({ problem }),
};
