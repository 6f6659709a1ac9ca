import { jsonText, parseFeel, type Json } from '@irisflow/feel';
import { useMemo } from 'react';
import type { Sample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import { valueOnSample } from './value-on-sample.ts';

interface Tried {
  /** What was read, with its sample value. */
  readonly given: readonly string[];
  readonly value: Json;
}

const MAX_GIVEN = 4;

const valueAt = (sample: Sample, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    sample,
  );

const tried = (source: string, sample: Sample): Tried | null => {
  const value = valueOnSample(source, sample);
  if (value === undefined) return null;
  const given = parseFeel(source, 'expression').reads.map(
    ({ path }) => `${path.join('.')} = ${JSON.stringify(valueAt(sample, path) ?? null)}`,
  );
  return { given: [...new Set(given)].slice(0, MAX_GIVEN), value };
};

/** What an expression gives on sample values, by the engine's own evaluator. */
export const FeelResultLine = ({ value, sample }: { value: string; sample: Sample }) => {
  const t = useTexts();
  const result = useMemo(() => tried(value, sample), [value, sample]);
  if (result === null) return null;
  const shown =
    typeof result.value === 'boolean' ? t(result.value ? 'condition.yes' : 'condition.no') : jsonText(result.value);
  return (
    <p className="feel-field__result">
      {t('feel.onSample')} <output>{shown}</output>
      {result.given.length > 0 && <code>{result.given.join(', ')}</code>}
    </p>
  );
};
