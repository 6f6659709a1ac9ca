import { type UserTaskOptions, bpmnProcess } from '@irisflow/bpmn';
import type { Row, World } from './world.ts';
import { theOnly } from './queries.ts';

type Answer = ReturnType<World['rest']['ask']>;

/** A user task, and what people do to it through REST; a call is answered when the listeners of the task have spoken. */
export interface UserTask {
  readonly key: string;
  /** The task as it is now. */
  see(): Promise<Row>;
  assign(assignee: string, more?: object): Answer;
  unassign(): Answer;
  update(changeset: object): Answer;
  complete(variables?: object): Answer;
}

export const userTask = ({ rest }: World, key: string): UserTask => ({
  key,
  see: async () => (await rest.ask('GET', `/user-tasks/${key}`)).body,
  assign: (assignee, more = {}) => rest.ask('POST', `/user-tasks/${key}/assignment`, { assignee, ...more }),
  unassign: () => rest.ask('DELETE', `/user-tasks/${key}/assignee`),
  update: (changeset) => rest.ask('PATCH', `/user-tasks/${key}`, { changeset }),
  complete: (variables = {}) => rest.ask('POST', `/user-tasks/${key}/completion`, { variables }),
});

/** The only user task that an instance ever had. */
export const userTaskOf = async (world: World, processInstanceKey: string): Promise<UserTask> => {
  const found = await world.rest.search('/user-tasks/search', { filter: { processInstanceKey } });
  return userTask(world, String(theOnly(found, `user task of instance ${processInstanceKey}`)['userTaskKey']));
};

/** Deploys a process of one user task, `decide`, and starts it; gives the key of the instance. */
export const startUserTask = async (
  world: World,
  options: UserTaskOptions = {},
  variables: object = {},
): Promise<string> => {
  const id = world.name('desk');
  await world.deploy(bpmnProcess(id).start().userTask('decide', options).end().toXml());
  return world.create(id, variables);
};

/** As `startUserTask`; gives the task. */
export const openUserTask = async (world: World, options?: UserTaskOptions, variables?: object): Promise<UserTask> =>
  userTaskOf(world, await startUserTask(world, options, variables));
