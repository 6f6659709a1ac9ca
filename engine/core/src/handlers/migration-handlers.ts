import { CommandRefused } from '../execution/failure.ts';
import type { Handler } from './handler.ts';

export const migrateInstance: Handler<'migrateInstance'> = () => {
  throw new CommandRefused(
    'UNIMPLEMENTED',
    'Expected to handle migrateInstance, but this engine does not offer it yet',
  );
};
