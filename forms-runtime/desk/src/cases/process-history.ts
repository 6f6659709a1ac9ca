import type { InstanceView } from '@irisflow/client';

/** Who or what acts in a step: a person, the platform, or an event that is waited for. */
export type StepActor = 'person' | 'platform' | 'event';

const actors: Readonly<Record<string, StepActor>> = {
  USER_TASK: 'person',
  MANUAL_TASK: 'person',
  SERVICE_TASK: 'platform',
  BUSINESS_RULE_TASK: 'platform',
  SCRIPT_TASK: 'platform',
  SEND_TASK: 'platform',
  CALL_ACTIVITY: 'platform',
  RECEIVE_TASK: 'event',
  START_EVENT: 'event',
  END_EVENT: 'event',
  BOUNDARY_EVENT: 'event',
  INTERMEDIATE_CATCH_EVENT: 'event',
  INTERMEDIATE_THROW_EVENT: 'event',
};

export interface ProcessStep {
  readonly key: string;
  readonly name: string;
  readonly actor: StepActor;
  readonly state: InstanceView['history'][number]['state'];
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Names of the elements of a diagram, by id. */
export const elementNames = (xml: string): ReadonlyMap<string, string> => {
  const diagram = new DOMParser().parseFromString(xml, 'application/xml');
  const named = [...diagram.querySelectorAll('[id][name]')];
  return new Map(named.map((element) => [element.getAttribute('id') ?? '', element.getAttribute('name') ?? '']));
};

/** The steps that mean something to people, in the order they began: gateways and containers are left out. */
export const processHistory = ({ xml, history }: Pick<InstanceView, 'xml' | 'history'>): readonly ProcessStep[] => {
  const names = elementNames(xml);
  return history.flatMap(({ elementId, kind, state, startedAt, endedAt }, index) => {
    const actor = actors[kind];
    const name = names.get(elementId)?.trim() || elementId;
    return actor === undefined ? [] : [{ key: `${elementId} ${index}`, name, actor, state, startedAt, endedAt }];
  });
};
