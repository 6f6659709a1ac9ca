import {
  evaluate,
  FeelSyntaxError,
  jsonText as writeExactJson,
  type ParsedFeel,
  parseFeel,
  parseVariable,
  toVariable,
} from '@irisflow/feel';
import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { randomFraction } from '../../../random-fraction.ts';
import { gives } from '../answer.ts';
import { jsonText } from '../json-text.ts';
import { tenantOf, variablesOf } from '../parts.ts';
import { badRequest } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Route, route } from '../route.ts';
import { JsonObject, Key, maybe, shape, Text } from '../schemas.ts';

const Expression = shape({
  expression: Type.String({ minLength: 1, maxLength: 10_000 }),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const parse = (text: string): ParsedFeel => {
  try {
    return parseFeel(text, 'expression');
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError)
      throw badRequest(`Expected a FEEL expression, but the text is none. ${thrown.message}`);
    throw thrown;
  }
};

/** As in a model: what does not begin with `=` is the text itself. The evaluation stops at the limits of FEEL. */
const valueOf = (expression: string, variables: Readonly<Record<string, unknown>>, now: number) => {
  if (!expression.startsWith('=')) return { result: expression, warnings: [] };
  const variable = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  const evaluated = evaluate(parse(expression.slice(1)), { variable, now, random: randomFraction });
  if (!evaluated.ok)
    throw badRequest(`Expected to evaluate the expression, but it has no value. ${evaluated.error.message}`);
  const result = jsonText(writeExactJson(toVariable(evaluated.value)));
  return { result, warnings: evaluated.warnings.map(({ message }) => ({ message })) };
};

const expressionTraits = {
  summary: 'Evaluates a FEEL expression and says what became null on the way.',
  body: Expression,
  answer: gives(
    Type.Object({ expression: Text, result: Type.Unknown(), warnings: Type.Array(Type.Object({ message: Text })) }),
  ),
};

const evaluateExpression = route(
  'POST /expression/evaluation',
  expressionTraits,
  async ({ body }, { engine, clock }) => {
    const { expression } = body;
    const variables = parseVariable(variablesOf(body)) as Readonly<Record<string, unknown>>;
    if (engine.tenantIds === null || typeof body.tenantId === 'string') tenantOf(engine, body);
    return ok({ expression, ...valueOf(expression, variables, clock.now()) });
  },
);

const Conditions = shape({
  processDefinitionKey: maybe(Key),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});
const Started = Type.Object({ processDefinitionKey: Key, processInstanceKey: Key });

const conditionsTraits = {
  summary: 'Starts an instance at every conditional start event whose condition holds.',
  body: Conditions,
  answer: gives(Type.Object({ conditionalEvaluationKey: Key, tenantId: Text, processInstances: Type.Array(Started) })),
};

const evaluateConditions = route('POST /conditionals/evaluation', conditionsTraits, async ({ body }, { engine }) => {
  const settled = await engine.submit<'evaluateConditional'>({
    kind: 'evaluateConditional',
    tenantId: tenantOf(engine, body),
    definitionKey:
      typeof body.processDefinitionKey === 'string' ? (body.processDefinitionKey as ProcessDefinitionKey) : null,
    variables: variablesOf(body),
  });
  const { evaluationKey, tenantId, started } = replyOf('evaluateConditional', settled);
  return ok({ conditionalEvaluationKey: evaluationKey, tenantId, processInstances: started });
});

export const evaluationRoutes: readonly Route[] = [evaluateExpression, evaluateConditions];
