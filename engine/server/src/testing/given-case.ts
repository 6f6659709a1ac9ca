import type { Casework } from '@irisflow/casework';
import type { Visitor } from './visitor.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
}

/** Draws and publishes a procedure as an analyst does: an application, one task for an agent, the end. */
export const givenProcedure = async (analyst: Visitor, key: string): Promise<void> => {
  const { revision } = await analyst.ask<Draft>('createProcedure', { body: { key, title: `Procedure ${key}` } });
  await analyst.ask('publishProcedure', { params: { key }, body: { note: 'First', revision } });
};

const answers = (text: string) => ({ data: { request: text }, language: 'fr' });

export const givenDraft = (citizen: Visitor, procedureKey: string): Promise<Draft> =>
  citizen.ask<Draft>('createDraft', { body: { procedureKey, language: 'fr' } });

/** Files an application as a citizen does. */
export const givenCase = async (citizen: Visitor, procedureKey: string): Promise<string> => {
  const { id: draftId } = await givenDraft(citizen, procedureKey);
  const { caseId } = await citizen.ask<{ caseId: string }>('submitApplication', {
    params: { draftId },
    body: answers('A roof'),
  });
  return caseId;
};

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** The task that the engine makes for a case, once the worklist shows it to a clerk. */
export const taskOf = async (casework: Casework, clerk: Visitor, caseId: string): Promise<string> => {
  const system = { kind: 'system' } as const;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await casework.outbox.drain(system, {});
    await casework.tasks.synchronize(system, {});
    const { items } = await clerk.ask<{ items: { id: string; caseId: string }[] }>('listTasks', {
      query: { view: 'unassigned' },
    });
    const task = items.find((item) => item.caseId === caseId);
    if (task !== undefined) return task.id;
    await seconds(0.1);
  }
  throw new Error(`Expected a task of case ${caseId}, but the worklist shows none`);
};
