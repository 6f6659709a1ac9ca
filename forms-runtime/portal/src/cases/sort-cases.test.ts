import { expect, test } from 'vitest';
import { sampleCase } from '../testing/sample-views.ts';
import { statusKey } from './CaseStatusTag.tsx';
import { sortCases } from './sort-cases.ts';

test('cases that wait for the applicant come first, whatever their status says', () => {
  const waiting = { ...sampleCase, id: 'waiting' };
  const answered = { ...sampleCase, id: 'answered', awaitsApplicant: false };
  const granted = { ...sampleCase, id: 'granted', status: 'granted' as const, awaitsApplicant: false };

  const { awaiting, running, ended } = sortCases([granted, answered, waiting]);

  expect([awaiting, running, ended].map((group) => group.map(({ id }) => id))).toEqual([
    ['waiting'],
    ['answered'],
    ['granted'],
  ]);
});

test('an answer that arrived is not called a missing answer', () => {
  expect(statusKey({ status: 'incomplete', awaitsApplicant: true })).toBe('status.incomplete');
  expect(statusKey({ status: 'incomplete', awaitsApplicant: false })).toBe('status.answered');
});
