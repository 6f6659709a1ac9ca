import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

type Steering = 'suspendInstance' | 'resumeInstance' | 'cancelInstance';

describe('steering an instance', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let analyst: Visitor;
  let processInstanceKey: string;

  beforeAll(async () => {
    given = await openTestPlatform();
    app = given.app;
    const staff = (name: string, role: 'agent' | 'analyst' | 'administrator') =>
      givenPerson(app, given.casework, {
        name,
        roles: role === 'analyst' ? ['analyst', 'supervisor'] : [role],
        administration: 'brussels-housing',
      });
    analyst = await staff('Ann', 'analyst');
    const citizen = await givenPerson(app, given.casework, { name: 'Bob', roles: ['citizen'] });
    await givenProcedure(analyst, 'rest-aid');
    const caseId = await givenCase(citizen, 'rest-aid');
    await taskOf(given.casework, await staff('Amy', 'agent'), caseId);
    const { items } = await analyst.ask<{ items: { processInstanceKey: string }[] }>('listInstances', {
      params: { key: 'rest-aid' },
    });
    processInstanceKey = items[0]?.processInstanceKey ?? '';
  });
  afterAll(() => given.close());

  const steer = async (id: Steering, key = processInstanceKey) => {
    const body = { reason: 'A test' };
    const answer = await analyst.call(id, { params: { processInstanceKey: key }, body });
    const { status, code } = answer.body === '' ? { status: answer.statusCode, code: '' } : answer.json();
    return `${String(status)} ${String(code)}`.trim();
  };

  it('what its state does not allow is a conflict with a name, never a fault of the engine', async () => {
    expect(await steer('resumeInstance')).toBe('409 INSTANCE_NOT_SUSPENDED');
    expect(await steer('suspendInstance')).toBe('204');
    expect(await steer('suspendInstance')).toBe('409 INSTANCE_SUSPENDED');
    expect(await steer('resumeInstance')).toBe('204');
    expect(await steer('cancelInstance')).toBe('204');
    for (const id of ['suspendInstance', 'resumeInstance', 'cancelInstance'] as const)
      expect(await steer(id)).toBe('409 INSTANCE_ENDED');
  });

  it('of an instance that nobody knows is not found', async () => {
    for (const id of ['suspendInstance', 'resumeInstance', 'cancelInstance'] as const)
      expect(await steer(id, '2251799813685999')).toBe('404 NOT_FOUND');
  });

  it('values that the engine does not take are the mistake of the caller', async () => {
    const answer = await analyst.call('setInstanceVariables', {
      params: { processInstanceKey },
      body: { scopeKey: processInstanceKey, variables: { a: 1 } },
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
