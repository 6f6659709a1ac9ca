import type { ConnectorDraft } from './connector-draft.ts';
import { nameOfType, sentence } from './names.ts';

/** A connector that asks one thing by its number: something to change, that works as it is. */
export const blankDraft = (type: string): ConnectorDraft => {
  const title = sentence(nameOfType(type));
  return {
    type,
    title,
    description: title,
    inputs: [
      {
        name: 'number',
        place: 'path',
        sent: 'number',
        schema: { type: 'string', minLength: 1 },
        isRequired: true,
        label: 'Number',
      },
    ],
    output: { type: 'object', required: ['status'], properties: { status: { type: 'string' } } },
    method: 'GET',
    path: '/items/{number}',
    authorization: { kind: 'none' },
    knowsNothing: true,
  };
};
