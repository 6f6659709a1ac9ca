import { CommandRefused } from '../execution/failure.ts';
import type { Handler } from './handler.ts';

export const modifyInstance: Handler<'modifyInstance'> = () => {
  throw new CommandRefused('UNIMPLEMENTED', 'Expected to handle modifyInstance, but this engine does not offer it yet');
};
