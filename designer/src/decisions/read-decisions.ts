/** One input of a decision as the trial asks for it. */
export interface TrialInput {
  /** The FEEL expression of the column; a plain name is the variable to give. */
  expression: string;
  label: string;
  typeRef: string;
}

export interface DecisionFacts {
  id: string;
  name: string;
  inputs: readonly TrialInput[];
  requires: readonly string[];
}

const text = (element: Element | null): string => element?.textContent?.trim() ?? '';

const inputsOf = (decision: Element): TrialInput[] =>
  [...decision.querySelectorAll('decisionTable > input')].map((input) => {
    const expression = text(input.querySelector('inputExpression > text'));
    return {
      expression,
      label: input.getAttribute('label') || expression,
      typeRef: input.querySelector('inputExpression')?.getAttribute('typeRef') ?? 'string',
    };
  });

const requiredBy = (decision: Element): string[] =>
  [...decision.querySelectorAll('informationRequirement > requiredDecision')].map((link) =>
    (link.getAttribute('href') ?? '').replace(/^.*#/, ''),
  );

/** The decisions of a DMN file; none when the text is no DMN. */
export const readDecisions = (xml: string): DecisionFacts[] => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.querySelectorAll('definitions > decision')].map((decision) => ({
    id: decision.id,
    name: decision.getAttribute('name') || decision.id,
    inputs: inputsOf(decision),
    requires: requiredBy(decision),
  }));
};

/** What one must give to evaluate a decision: its own inputs and those of the decisions it needs, each once. */
export const trialInputs = (decisions: readonly DecisionFacts[], decisionId: string): TrialInput[] => {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const inputs = new Map<string, TrialInput>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    const decision = byId.get(id);
    if (decision === undefined || visited.has(id)) return;
    visited.add(id);
    decision.requires.forEach(visit);
    for (const input of decision.inputs)
      // The result of a required decision is computed, not given.
      if (!byId.has(input.expression) && !inputs.has(input.expression)) inputs.set(input.expression, input);
  };
  visit(decisionId);
  return [...inputs.values()];
};
