import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { answerTo, invalid } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import type { BroadcastSignalRequest, PublishMessageRequest } from './messages.ts';
import { inTenant } from './tenant.ts';
import { spanOf } from '../settle-within.ts';

export const publishMessage: UnaryCall<PublishMessageRequest> = (request, { engine }) =>
  inTenant(engine, request.tenantId, async (tenant) => {
    const { name, correlationKey, messageId } = request;
    const problem = problemOfNames({ name, correlationKey, messageId }) ?? problemOfVariables(request.variables);
    if (problem !== null) return invalid(problem);
    const settled = await engine.submit<'publishMessage'>({
      kind: 'publishMessage',
      tenantId: tenant,
      name,
      correlationKey,
      timeToLive: spanOf(request.timeToLive),
      messageId,
      variables: variablesText(request.variables),
    });
    return answerTo('publishMessage', settled, ({ messageKey, tenantId }) => ({ key: messageKey, tenantId }));
  });

export const broadcastSignal: UnaryCall<BroadcastSignalRequest> = (request, { engine }) =>
  inTenant(engine, request.tenantId, async (tenant) => {
    const { signalName } = request;
    const problem = problemOfNames({ signalName }) ?? problemOfVariables(request.variables);
    if (problem !== null) return invalid(problem);
    const settled = await engine.submit<'broadcastSignal'>({
      kind: 'broadcastSignal',
      tenantId: tenant,
      name: signalName,
      variables: variablesText(request.variables),
    });
    return answerTo('broadcastSignal', settled, ({ signalKey, tenantId }) => ({ key: signalKey, tenantId }));
  });
