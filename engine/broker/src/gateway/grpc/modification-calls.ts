import type { InstanceChoice, ModifyInstanceCommand, MoveScope } from '@irisflow/core';
import type { ElementInstanceKey, ProcessInstanceKey } from '@irisflow/protocol';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { type Answer, answerTo, invalid } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import type { ModifyProcessInstanceRequest, MoveInstructionMessage } from './messages.ts';

type Writes = MoveInstructionMessage['variableInstructions'];

const keyOf = (key: string): ElementInstanceKey | null =>
  key === '0' || key === '-1' ? null : (key as ElementInstanceKey);

const writesOf = (instructions: Writes) =>
  instructions.map(({ variables, scopeId }) => ({ variables: variablesText(variables), scopeId }));

/** On the wire a key that is 0 and a text that is empty were not given. */
const choiceOf = (elementId: string, key: string): InstanceChoice =>
  elementId === '' ? { by: 'key', key: key as ElementInstanceKey } : { by: 'element', elementId };

const namesBoth = (elementId: string, key: string): boolean => elementId !== '' && keyOf(key) !== null;

const scopeOf = (move: MoveInstructionMessage): MoveScope => {
  if (move.inferAncestorScopeFromSourceHierarchy) return { kind: 'inferred' };
  if (move.useSourceParentKeyAsAncestorScopeKey) return { kind: 'source' };
  return { kind: 'given', ancestorKey: keyOf(move.ancestorElementInstanceKey) };
};

const problemOf = (request: ModifyProcessInstanceRequest): Answer | null => {
  const { activateInstructions, moveInstructions, terminateInstructions } = request;
  const documents = [...activateInstructions, ...moveInstructions].flatMap((one) => one.variableInstructions);
  const problem = documents.map(({ variables }) => problemOfVariables(variables)).find((found) => found !== null);
  if (problem !== undefined) return invalid(problem);
  const isAmbiguous =
    moveInstructions.some((move) => namesBoth(move.sourceElementId, move.sourceElementInstanceKey)) ||
    terminateInstructions.some((one) => namesBoth(one.elementId, one.elementInstanceKey));
  return isAmbiguous
    ? invalid('Expected each instruction to have either an element id or an element instance key, but found both')
    : null;
};

const commandOf = (request: ModifyProcessInstanceRequest): ModifyInstanceCommand => ({
  kind: 'modifyInstance',
  processInstanceKey: request.processInstanceKey as ProcessInstanceKey,
  activate: request.activateInstructions.map(({ elementId, ancestorElementInstanceKey, variableInstructions }) => ({
    elementId,
    ancestorKey: keyOf(ancestorElementInstanceKey),
    variables: writesOf(variableInstructions),
  })),
  move: request.moveInstructions.map((move) => ({
    source: choiceOf(move.sourceElementId, move.sourceElementInstanceKey),
    targetElementId: move.targetElementId,
    scope: scopeOf(move),
    variables: writesOf(move.variableInstructions),
  })),
  terminate: request.terminateInstructions.map(({ elementId, elementInstanceKey }) =>
    choiceOf(elementId, elementInstanceKey),
  ),
});

export const modifyProcessInstance: UnaryCall<ModifyProcessInstanceRequest> = async (request, { engine }) =>
  problemOf(request) ?? answerTo('modifyInstance', await engine.submit<'modifyInstance'>(commandOf(request)));
