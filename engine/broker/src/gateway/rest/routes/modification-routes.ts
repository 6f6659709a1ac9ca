import type { ActivateInstruction, InstanceChoice, MoveInstruction, MoveScope } from '@irisflow/core';
import type { ElementInstanceKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { givesNothing } from '../answer.ts';
import { keyOf, variablesOf } from '../parts.ts';
import { badRequest } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, type Route, route } from '../route.ts';
import { JsonObject, Key, maybe, Name, OperationReference, RequiredName, shape, Text } from '../schemas.ts';

const VariableInstructions = maybe(Type.Array(shape({ variables: JsonObject, scopeId: maybe(Text) })));

const SourceInstruction = shape({
  sourceType: maybe(Type.Union([Type.Literal('byId'), Type.Literal('byKey')])),
  sourceElementId: maybe(Name),
  sourceElementInstanceKey: maybe(Key),
});

const ScopeInstruction = shape({
  ancestorScopeType: Type.Union([Type.Literal('direct'), Type.Literal('inferred'), Type.Literal('sourceParent')]),
  ancestorElementInstanceKey: maybe(Text),
});

const Activation = shape({
  elementId: Text,
  ancestorElementInstanceKey: maybe(Text),
  variableInstructions: VariableInstructions,
});
const Move = shape({
  sourceElementInstruction: SourceInstruction,
  targetElementId: RequiredName,
  ancestorScopeInstruction: maybe(ScopeInstruction),
  variableInstructions: VariableInstructions,
});
const Termination = shape({ elementId: maybe(Name), elementInstanceKey: maybe(Key) });

const Modification = shape({
  operationReference: maybe(OperationReference),
  activateInstructions: maybe(Type.Array(Activation)),
  moveInstructions: maybe(Type.Array(Move)),
  terminateInstructions: maybe(Type.Array(Termination)),
});

/** Clients of other protocols write -1 for no key. */
const ancestorOf = (key: string | null | undefined): ElementInstanceKey | null =>
  typeof key === 'string' && /^[1-9]\d{0,17}$/.test(key) ? (key as ElementInstanceKey) : null;

const writesOf = (instructions: Static<typeof VariableInstructions> | undefined): ActivateInstruction['variables'] =>
  (instructions ?? []).map((instruction) => ({
    variables: variablesOf(instruction),
    scopeId: instruction.scopeId ?? '',
  }));

const activationOf = (instruction: Static<typeof Activation>): ActivateInstruction => ({
  elementId: instruction.elementId,
  ancestorKey: ancestorOf(instruction.ancestorElementInstanceKey),
  variables: writesOf(instruction.variableInstructions),
});

interface Named {
  readonly elementId: string | null | undefined;
  readonly key: string | null | undefined;
}

/** `fields` says what the request calls the two. */
const choiceOf = ({ elementId, key }: Named, fields: string): InstanceChoice => {
  if (typeof elementId === 'string' && typeof key === 'string') {
    throw badRequest(`Expected each instruction to have either ${fields}, but found '${elementId}' and '${key}'`);
  }
  if (typeof key === 'string') return { by: 'key', key: key as ElementInstanceKey };
  if (typeof elementId === 'string') return { by: 'element', elementId };
  throw badRequest(`Expected each instruction to have either ${fields}, but found one without`);
};

const scopeOf = (scope: Static<typeof Move>['ancestorScopeInstruction']): MoveScope => {
  if (scope?.ancestorScopeType === 'inferred') return { kind: 'inferred' };
  if (scope?.ancestorScopeType === 'sourceParent') return { kind: 'source' };
  return { kind: 'given', ancestorKey: ancestorOf(scope?.ancestorElementInstanceKey) };
};

const moveOf = (instruction: Static<typeof Move>): MoveInstruction => {
  const { sourceElementId: elementId, sourceElementInstanceKey: key } = instruction.sourceElementInstruction;
  return {
    source: choiceOf({ elementId, key }, 'a sourceElementId or a sourceElementInstanceKey'),
    targetElementId: instruction.targetElementId,
    scope: scopeOf(instruction.ancestorScopeInstruction),
    variables: writesOf(instruction.variableInstructions),
  };
};

const modifyTraits = {
  summary: 'Activates, moves and terminates elements of a running process instance, all or none.',
  body: Modification,
  answer: givesNothing,
};

const modify = route('POST /process-instances/:key/modification', modifyTraits, async (call, { engine }) => {
  const { activateInstructions, moveInstructions, terminateInstructions } = call.body;
  const settled = await engine.submit<'modifyInstance'>({
    kind: 'modifyInstance',
    processInstanceKey: keyOf<ProcessInstanceKey>(call),
    activate: (activateInstructions ?? []).map(activationOf),
    move: (moveInstructions ?? []).map(moveOf),
    terminate: (terminateInstructions ?? []).map(({ elementId, elementInstanceKey: key }) =>
      choiceOf({ elementId, key }, 'an elementId or an elementInstanceKey'),
    ),
  });
  replyOf('modifyInstance', settled);
  return noContent;
});

const Migration = shape({
  operationReference: maybe(OperationReference),
  targetProcessDefinitionKey: Key,
  mappingInstructions: Type.Array(shape({ sourceElementId: Text, targetElementId: Text })),
});

const migrateTraits = {
  summary: 'Lets a running process instance go on in another process definition.',
  body: Migration,
  answer: givesNothing,
};

const migrate = route('POST /process-instances/:key/migration', migrateTraits, async (call, { engine }) => {
  const { targetProcessDefinitionKey, mappingInstructions } = call.body;
  const settled = await engine.submit<'migrateInstance'>({
    kind: 'migrateInstance',
    processInstanceKey: keyOf<ProcessInstanceKey>(call),
    targetDefinitionKey: targetProcessDefinitionKey as ProcessDefinitionKey,
    mappings: mappingInstructions,
  });
  replyOf('migrateInstance', settled);
  return noContent;
});

export const modificationRoutes: readonly Route[] = [modify, migrate];
