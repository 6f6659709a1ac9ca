import type { Binding } from '@irisflow/bpmn';
import type { AnyDefinition, DefinitionShelf } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { findBound } from '../routing/find-definition.ts';
import type { Run } from './behavior.ts';
import { processInstanceOf } from './run.ts';

interface Referral<Definition extends AnyDefinition> {
  readonly shelf: DefinitionShelf<Definition>;
  readonly id: string;
  readonly binding: Binding;
}

/** The definition that an element refers to, bound as seen from the process of its instance. */
export const findReferred = <Definition extends AnyDefinition>(
  run: Run,
  instance: ElementInstance,
  { shelf, id, binding }: Referral<Definition>,
): Definition | undefined => {
  const { processes } = run.desk.state.definitions;
  const { definitionKey } = processInstanceOf(run, instance.processInstanceKey);
  return findBound(shelf, {
    tenantId: run.tree.tenantId,
    id,
    binding,
    deploymentKey: (processes.byKey.get(definitionKey) ?? processes.retired.get(definitionKey))?.deploymentKey ?? null,
  });
};
