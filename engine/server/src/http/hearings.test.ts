import { bpmnProcess } from '@irisflow/bpmn';
import { hearingFolder } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { askEngine, givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

/** Summons, waits for what becomes of its own hearing, and has a task for one that was called off. */
const process = bpmnProcess('roof-aid')
  .start()
  .serviceTask('summon', {
    type: 'case-store',
    inputs: { operation: 'schedule-hearing', hearingKey: '= key', hearingDay: '= day', hearingTime: '= time' },
  })
  .catchEvent('held', { event: { message: 'hearing.held', correlationKey: '=talkHearing.hearingId' } })
  .exclusiveGateway('which')
  .when('= hearing.outcome = "canceled"', (path) =>
    path.userTask('instruct', { candidateGroups: 'agent' }).end('canceled'),
  )
  .otherwise((path) => path.end('held-or-missed'))
  .toXml();

const letters = hearingFolder().filter(({ path }) => path.endsWith('.letter.json') && path.startsWith('hearing'));
const hearings = [
  {
    key: 'talk',
    label: { fr: 'Entretien', nl: 'Gesprek', en: 'Talk' },
    letters: { summons: 'hearing-summons', moved: 'hearing-moved', canceled: 'hearing-canceled' },
    notice: 3,
    kind: 'calendarDays',
  },
];

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('a hearing that a process schedules on the real engine', () => {
  let given: TestPlatform;
  let analyst: Visitor;
  let agent: Visitor;
  let citizen: Visitor;

  const declare = async () => {
    const params = { key: 'roof-aid' };
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const path = 'procedure.json';
    const description = JSON.parse(draft.files.find((file) => file.path === path)?.content ?? '{}') as object;
    let { revision } = draft;
    for (const file of [...letters, { path, content: JSON.stringify({ ...description, hearings }) }])
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { ...file, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Hearings', revision } });
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const administration = 'brussels-housing';
    analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration });
    agent = await givenPerson(app, casework, { name: 'Amy', roles: ['agent'], administration });
    citizen = await givenPerson(app, casework, { name: 'Bob', roles: ['citizen'] });
    await givenProcedure(analyst, 'roof-aid', process);
    await declare();
  });
  afterAll(() => given.close());

  const summon = async (body: object) => {
    const caseId = await givenCase(citizen, 'roof-aid');
    const connector = await givenConnector(given, caseId);
    const call = { body: { key: 'talk', ...body }, headers: { 'idempotency-key': caseId } };
    return { caseId, connector, reply: await connector.call('summonToHearing', call) };
  };
  const when = { day: dayIn(10), time: '10:30', place: 'Room 3' };

  it('is in the calendar of the applicant, and wakes its own process when it is called off', async () => {
    const { caseId, connector, reply } = await summon(when);
    const talkHearing = reply.json<{ hearingId: string }>();
    const params = { caseId, hearingId: talkHearing.hearingId };
    await askEngine(given, `/jobs/${connector.headers['irisflow-job']}/completion`, { variables: { talkHearing } });
    const file = await citizen.call('downloadMyHearing', { params, query: { locale: 'en' } });
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect(file.body).toContain('SUMMARY:Talk (');
    const canceled = await agent.call('cancelHearing', { params, body: { reason: 'No longer needed' } });
    expect(canceled.json()).toMatchObject([{ state: 'canceled' }]);
    expect(await taskOf(given.casework, agent, caseId)).toBeTruthy();
  });

  it.each([
    ['a day within the notice', { ...when, day: dayIn(1) }, 409, 'HEARING_TOO_SOON'],
    ['a hearing that is not declared', { ...when, key: 'coffee' }, 400, 'INPUT_INVALID'],
    ['no time', { ...when, time: '25:00' }, 400, 'INVALID_REQUEST'],
    ['a place beyond measure', { ...when, place: 'x'.repeat(501) }, 400, 'INVALID_REQUEST'],
    ['a link that is no page', { ...when, link: 'data:text/html,x' }, 400, 'INPUT_INVALID'],
  ])('is refused for %s, in words that say why', async (_, body, status, code) => {
    const { reply } = await summon(body);
    expect(reply.json()).toMatchObject({ status, code });
  });
});
