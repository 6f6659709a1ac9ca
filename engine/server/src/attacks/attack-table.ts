import { refuses, type Row } from './attack.ts';
import { bindingAttacks } from './binding-attacks.ts';
import { connectorAttacks } from './connector-attacks.ts';
import { eventAttacks } from './event-attacks.ts';
import { fileAttacks } from './file-attacks.ts';

/** Kinds of published content, from the types that the code has: one that is new does not compile before it has a line. */
export const attackTable: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>> = {
  event: eventAttacks,
  binding: bindingAttacks,
  file: fileAttacks,
  connector: connectorAttacks,
  'job type': {
    unknown: [
      refuses(
        'that no connector here has',
        (path, id) => path.serviceTask(id, { type: 'theirs' }),
        'CONNECTOR_UNKNOWN',
      ),
    ],
  },
};
