import { room } from '@irisflow/access';
import type { Surroundings } from './surroundings.ts';
import { getCaseProcess, getInstance } from './instance-view.ts';
import { getStatistics, listInstances } from './instances.ts';
import { cancelInstance, resolveIncident, resumeInstance, setVariables, suspendInstance } from './repair.ts';
import { maskInstance, unmaskInstance } from './unmask.ts';

export const monitorRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listInstances,
    getStatistics,
    getInstance,
    getCaseProcess,
    unmaskInstance,
    maskInstance,
    resolveIncident,
    setVariables,
    suspendInstance,
    resumeInstance,
    cancelInstance,
  });
