import { collect } from '@irisflow/broker/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';

const UNIMPLEMENTED = 12;

/** The scenarios that show a call at work. */
const shownBy: Readonly<Record<string, readonly number[]>> = {
  Topology: [227],
  DeployProcess: [1],
  DeployResource: [1, 2, 3, 4, 5, 6],
  DeleteResource: [202, 222],
  EvaluateDecision: [201],
  CreateProcessInstance: [23, 24, 25, 26, 28, 30],
  CreateProcessInstanceWithResult: [31, 32, 33],
  CancelProcessInstance: [34, 35, 36],
  ModifyProcessInstance: [214, 215, 216, 217, 218, 219],
  MigrateProcessInstance: [220, 221],
  SetVariables: [100],
  ResolveIncident: [81, 84],
  ActivateJobs: [71, 72, 87, 88, 91],
  StreamActivatedJobs: [89],
  CompleteJob: [74, 75],
  FailJob: [76, 77, 78, 79],
  ThrowError: [83, 84, 85],
  UpdateJobRetries: [80],
  UpdateJobTimeout: [82],
  PublishMessage: [144, 146, 147, 148],
  BroadcastSignal: [160, 163],
  EvaluateConditional: [213],
};

describe('Every call of the gateway protocol is answered', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  const codeOf = async (name: string): Promise<number> => {
    const call = name.includes('Activate') ? collect(world.raw.stream(name, {})) : world.raw.call(name, {});
    return call.then(
      () => 0,
      (thrown: { code: number }) => thrown.code,
    );
  };

  test('and none is missing from this list', () => {
    expect([...world.raw.methods].toSorted()).toEqual(Object.keys(shownBy).toSorted());
  });

  test.for(Object.keys(shownBy))('%s', async (name, { task }) => {
    // when it is called with nothing in it
    const code = await codeOf(name);

    // then it is the content that is judged, not the call
    expect(code).not.toBe(UNIMPLEMENTED);
    leave(task, {
      claim: {
        section: 'rpc',
        group: 'gRPC',
        subject: name,
        outcome: 'works',
        note: '',
        shownBy: shownBy[name] ?? [],
      },
    });
  });
});
