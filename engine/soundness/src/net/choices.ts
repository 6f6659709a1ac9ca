import { flowAt, type ExecutableElement, type ExecutableProcess, type Expression } from '@irisflow/bpmn';

/** Up to here every combination of ways is a choice; of wider gateways one way, two, or all are. */
const maxCombined = 6;

const constants: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What a condition always is; null when data decides. A missing condition always holds. */
const literalTruth = (condition: Expression | null): boolean | null => {
  if (condition === null) return true;
  const source = condition.kind === 'literal' ? condition.text : condition.source;
  return constants[source.trim()] ?? null;
};

type Choices = readonly (readonly number[])[];

const exclusiveChoices = (
  graph: ExecutableProcess,
  outgoing: readonly number[],
  defaultFlow: number | null,
): Choices => {
  const open: number[] = [];
  for (const flow of outgoing) {
    if (flow === defaultFlow) continue;
    const truth = literalTruth(flowAt(graph, flow).condition);
    if (truth !== false) open.push(flow);
    if (truth === true) return open.map((way) => [way]);
  }
  return [...open, ...(defaultFlow === null ? [] : [defaultFlow])].map((way) => [way]);
};

const allSubsets = (flows: readonly number[]): Choices =>
  flows.reduce<Choices>((subsets, flow) => [...subsets, ...subsets.map((subset) => [...subset, flow])], [[]]);

const someSubsets = (flows: readonly number[]): Choices => [
  [],
  ...flows.map((flow) => [flow]),
  ...flows.flatMap((flow, index) => flows.slice(index + 1).map((other) => [flow, other])),
  flows,
];

const inclusiveChoices = (
  graph: ExecutableProcess,
  outgoing: readonly number[],
  defaultFlow: number | null,
): Choices => {
  const asked = outgoing.filter((flow) => flow !== defaultFlow);
  const truthOf = (flow: number): boolean | null => literalTruth(flowAt(graph, flow).condition);
  const certain = asked.filter((flow) => truthOf(flow) === true);
  const possible = asked.filter((flow) => truthOf(flow) === null);
  const subsets = possible.length > maxCombined ? someSubsets(possible) : allSubsets(possible);
  const chosen = subsets.map((subset) => [...certain, ...subset]).filter((flows) => flows.length > 0);
  return certain.length > 0 || defaultFlow === null ? chosen : [...chosen, [defaultFlow]];
};

/** The sets of flows that a token may leave an element on; `[[]]` where a path ends, `[]` where no condition can hold. */
export const choicesOf = (graph: ExecutableProcess, element: ExecutableElement): Choices => {
  const { outgoing } = element;
  if (outgoing.length === 0) return [[]];
  if (element.kind === 'exclusiveGateway') return exclusiveChoices(graph, outgoing, element.defaultFlow);
  if (element.kind === 'inclusiveGateway') return inclusiveChoices(graph, outgoing, element.defaultFlow);
  return [outgoing];
};
