import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const pdf = () => [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])];

describe('documents of clerks', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let caseId: string;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework, 'Léa');
    caseId = await givenCase(given.casework, citizen);
  });
  afterAll(() => given.close());

  const cases = () => given.casework.cases;
  const upload = (shownTo: 'office' | 'applicant', actor: Actor = agent) =>
    cases().addCaseDocument(actor, { caseId, kind: 'report', shownTo, name: 'visite.pdf', content: pdf() });
  const mine = () => cases().getMyCase(citizen, { caseId });

  test('what is internal stays with the office, in lists, timelines and downloads', async () => {
    const { id: documentId } = await upload('office');
    const { documents } = await cases().getCase(agent, { caseId });
    expect(documents).toMatchObject([{ id: documentId, category: 'report', visibleToApplicant: false }]);
    const seen = await mine();
    expect(seen.documents).toEqual([]);
    expect(seen.timeline.map(({ kind }) => kind)).not.toContain('documentAdded');
    await expect(cases().downloadMyDocument(citizen, { caseId, documentId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('what is shown to the applicant is in their file, and they are told', async () => {
    const { id: documentId } = await upload('applicant');
    const seen = await mine();
    expect(seen.documents.map(({ id }) => id)).toEqual([documentId]);
    expect(seen.timeline[0]).toMatchObject({ kind: 'documentAdded', documentId });
  });

  test('no clerk of another administration and no applicant adds one', async () => {
    await expect(upload('office', elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(upload('office', citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
