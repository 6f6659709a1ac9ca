import type { Decision, DecisionRequirements } from '../requirements.ts';

/** A decision with everything it needs before it, each once, except what is known already; empty when there is none. */
export const evaluationOrder = (
  { decisions }: DecisionRequirements,
  decisionId: string,
  isKnown: (decisionId: string) => boolean,
): readonly Decision[] => {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const order = new Set<Decision>();
  const start = byId.get(decisionId);
  const path = start === undefined || isKnown(decisionId) ? [] : [{ decision: start, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const requiredId = top.decision.requiredDecisions[top.next];
    top.next += 1;
    const required = requiredId === undefined ? undefined : byId.get(requiredId);
    if (requiredId === undefined) {
      order.add(top.decision);
      path.pop();
    } else if (required !== undefined && !order.has(required) && !isKnown(requiredId)) {
      path.push({ decision: required, next: 0 });
    }
  }
  return [...order];
};
