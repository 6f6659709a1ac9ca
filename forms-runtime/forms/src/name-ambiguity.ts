import { numberReadings } from '@irisflow/texts';
import type { FieldError } from './check-schema.ts';
import type { FormData } from './form.ts';
import { readAt, segmentsOf } from './pointer.ts';

/**
 * A text where a number belongs may be one that can be read in two ways: `1.200` is twelve hundred or one and a fifth. That is another
 * mistake than writing no number, and its solution is a choice.
 */
export const nameAmbiguity =
  (data: FormData) =>
  (error: FieldError): FieldError => {
    if (error.keyword !== 'type' || error.params['type'] !== 'number') return error;
    const value = readAt(data, segmentsOf(error.pointer));
    const [first, second] = typeof value === 'string' ? numberReadings(value) : [];
    return first === undefined || second === undefined
      ? error
      : { pointer: error.pointer, keyword: 'ambiguous', params: { first, second } };
  };
