import { elementAt } from '@irisflow/bpmn';
import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { holds, isNamed, type ConditionalEvent } from '../../catching/condition.ts';
import { eventOf } from '../../catching/open-catches.ts';
import type { ConditionalReply } from '../../command/reply.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused, IncidentError } from '../../desk/failure.ts';
import { textContext } from '../../expression/text-context.ts';
import { loadedGraph } from '../../modification/start-instructions.ts';
import type { ProcessDefinition, StartTrigger } from '../../state/definition-catalog.ts';
import { conditionalStarters } from '../../routing/find-definition.ts';
import { splitVariables, type VariableTexts } from '../../variables/split-variables.ts';
import type { Handler } from '../../handling/handler.ts';

/** Asks the conditions of start events; each that holds starts an instance with the variables. None is an answer too. */
export const evaluateConditional: Handler<'evaluateConditional'> = (desk, { tenantId, definitionKey, variables }) => {
  const texts = splitVariables(variables);
  const definitions = conditionalStarters(desk.state.definitions, tenantId, definitionKey);
  if (definitionKey !== null && definitions.length === 0) throw unknown(definitionKey);
  const due = definitions.flatMap((definition) => holdingStarts(desk, definition, texts));
  const evaluationKey = desk.nextKey<'conditionalEvaluation'>();
  const started = due.map((start) => follow(desk, start, variables));
  return { kind: 'reply', reply: { evaluationKey, tenantId, started } };
};

const unknown = (key: ProcessDefinitionKey): CommandRefused =>
  new CommandRefused(
    'NOT_FOUND',
    `Expected to evaluate conditions of process definition with key '${key}', but no such process definition was found`,
  );

interface ConditionalStart {
  readonly definition: ProcessDefinition;
  readonly trigger: StartTrigger;
}

const holdingStarts = (
  desk: Desk,
  definition: ProcessDefinition,
  texts: VariableTexts,
): readonly ConditionalStart[] => {
  const graph = loadedGraph(desk, definition);
  const context = textContext(texts, desk);
  return definition.startTriggers.flatMap((trigger) => {
    const event = eventOf(elementAt(graph, trigger.element));
    if (event.kind !== 'conditional' || !isAsked(event, texts)) return [];
    return orRefuse(trigger, () => holds(event, context)) ? [{ definition, trigger }] : [];
  });
};

/** The names that the model lists filter; without them every evaluation asks. */
const isAsked = (event: ConditionalEvent, texts: VariableTexts): boolean =>
  event.variableNames.length === 0 || texts.some(([name]) => isNamed(event, name));

/** Nobody runs yet who could show the problem: the caller hears of it. */
const orRefuse = ({ elementId }: StartTrigger, ask: () => boolean): boolean => {
  try {
    return ask();
  } catch (failure) {
    if (!(failure instanceof IncidentError)) throw failure;
    throw new CommandRefused('INVALID_ARGUMENT', `Start event '${elementId}': ${failure.message}`);
  }
};

const follow = (
  desk: Desk,
  { definition, trigger }: ConditionalStart,
  variables: string,
): ConditionalReply['started'][number] => {
  const processInstanceKey = desk.nextKey<'elementInstance' | 'processInstance'>();
  desk.followUp({
    kind: 'startInstance',
    definitionKey: definition.key,
    processInstanceKey,
    startEvent: trigger.element,
    variables,
    startLock: null,
  });
  return { processDefinitionKey: definition.key, processInstanceKey };
};
