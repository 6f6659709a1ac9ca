import { splitVariables } from '../../variables/split-variables.ts';
import { type Handler } from '../../handling/handler.ts';
import { broadcast } from '../../handling/broadcast.ts';

export const broadcastSignal: Handler<'broadcastSignal'> = (desk, command) => {
  splitVariables(command.variables);
  const signalKey = broadcast(desk, command);
  return { kind: 'reply', reply: { signalKey, tenantId: command.tenantId } };
};
