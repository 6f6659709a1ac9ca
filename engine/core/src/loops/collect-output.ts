import type { ExecutableElement, MultiInstance } from '@irisflow/bpmn';
import { jsonText, parseVariable, type FeelContext } from '@irisflow/feel';
import type { Run } from '../run/behavior.ts';
import { emit, scopeOf } from '../run/run.ts';
import { contextOf, evaluateBoolean, evaluateExpression } from '../expression/evaluate-expression.ts';
import type { ElementInstance, LoopState } from '../state/element-instance.ts';

/** An item of a loop is done: its output is collected, and the completion condition is asked. May throw an incident. */
export const collectOutput = (run: Run, element: ExecutableElement, item: ElementInstance): void => {
  const body = scopeOf(run, item);
  if (!('multiInstance' in element) || element.multiInstance === null || body === undefined || body.loop === null)
    return;
  const { multiInstance } = element;
  const output = outputOf(run, multiInstance, item);
  const isSatisfied = asksToStop(run, multiInstance, { item, loop: body.loop, output });
  emit(run, { kind: 'loopItemEnded', key: body.key, counter: item.loopCounter, ending: 'completed', output });
  if (isSatisfied) emit(run, { kind: 'loopSatisfied', key: body.key });
};

const outputOf = (run: Run, { outputElement }: MultiInstance, item: ElementInstance): string | null => {
  if (outputElement === null) return null;
  return jsonText(evaluateExpression(outputElement, contextOf(run, item.key)).value);
};

interface Ended {
  readonly item: ElementInstance;
  readonly loop: LoopState;
  readonly output: string | null;
}

const asksToStop = (run: Run, { completionCondition, outputCollection }: MultiInstance, ended: Ended): boolean => {
  if (completionCondition === null) return false;
  const { item, loop, output } = ended;
  const counters = new Map<string, unknown>([
    ['numberOfInstances', loop.size],
    ['numberOfActiveInstances', loop.created - loop.completed - loop.terminated - 1],
    ['numberOfCompletedInstances', loop.completed + 1],
    ['numberOfTerminatedInstances', loop.terminated],
  ]);
  const context = contextOf(run, item.key, counters);
  const withOutput: FeelContext = {
    ...context,
    variable: (name) =>
      name === outputCollection && loop.output !== null
        ? parseVariable(outputText(loop.output.with(item.loopCounter - 1, output)))
        : context.variable(name),
  };
  return evaluateBoolean(completionCondition, withOutput);
};

/** JSON text of the collected list. */
export const outputText = (output: readonly (string | null)[]): string =>
  `[${output.map((item) => item ?? 'null').join(',')}]`;
