import { evaluate, parseFeel, toJson, type Json } from '@irisflow/feel';
import type { Sample } from '../names/use-sample.ts';

/** What an expression gives on sample values; undefined where it gives nothing, for whatever reason. */
export const valueOnSample = (source: string, sample: Sample): Json | undefined => {
  if (source.trim() === '') return undefined;
  try {
    const result = evaluate(parseFeel(source, 'expression'), {
      variable: (name) => (Object.hasOwn(sample, name) ? sample[name] : undefined),
      now: Date.now(),
      timeZone: 'Europe/Brussels',
    });
    return result.ok ? toJson(result.value) : undefined;
  } catch {
    return undefined;
  }
};
