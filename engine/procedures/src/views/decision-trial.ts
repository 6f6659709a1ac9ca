import { Type, type Static } from 'typebox';
import { nullable } from '@irisflow/foundation';

/** What a decision table answered and which rules matched. */
export const DecisionTrial = Type.Object({
  ok: Type.Boolean(),
  output: Type.Unknown(),
  failure: nullable(Type.String()),
  decisions: Type.Array(
    Type.Object({
      decisionId: Type.String(),
      decisionName: Type.String(),
      inputs: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), value: Type.Unknown() })),
      matchedRules: Type.Array(
        Type.Object({
          index: Type.Integer(),
          ruleId: Type.String(),
          outputs: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
      output: Type.Unknown(),
    }),
  ),
});
export type DecisionTrial = Static<typeof DecisionTrial>;
