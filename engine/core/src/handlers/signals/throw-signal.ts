import { done, type Handler } from '../../handling/handler.ts';
import { broadcast } from '../../handling/broadcast.ts';

export const throwSignal: Handler<'throwSignal'> = (desk, command) => {
  broadcast(desk, command);
  return done;
};
