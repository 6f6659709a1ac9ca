import { LocalizedText } from '@irisflow/foundation';
import { Type } from 'typebox';

/** Nothing else may stand beside what is described. */
export const closed = { additionalProperties: false } as const;
/** A text in every language. */
export const Text = Type.Object(LocalizedText.properties, closed);
/** How a folder calls something of its own. */
export const Name = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' });
