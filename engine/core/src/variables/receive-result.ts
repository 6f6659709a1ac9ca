import type { ElementInstance } from '../state/element-instance.ts';
import type { VariableTexts } from './split-variables.ts';
import { propagateAll, writeAllLocal } from './write-variables.ts';
import type { Run } from '../run/behavior.ts';
import { elementOf } from '../run/run.ts';

/**
 * What finished work or a message brought. With output mappings it stays inside for them to pick from;
 * without, it goes to the nearest scope that has the name, beginning with the instance itself.
 */
export const receiveResult = (run: Run, instance: ElementInstance, variables: VariableTexts): void => {
  if (elementOf(run, instance).outputs.length > 0) writeAllLocal(run, instance, variables);
  else propagateAll(run, instance, variables);
};
