import { evaluate, jsonText, parseFeel, toJson, type Json } from '@irisflow/feel';
import { useMemo } from 'react';
import type { Sample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';

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
  if (source.trim() === '') return null;
  try {
    const parsed = parseFeel(source, 'expression');
    const result = evaluate(parsed, {
      variable: (name) => (Object.hasOwn(sample, name) ? sample[name] : undefined),
      now: Date.now(),
      timeZone: 'Europe/Brussels',
    });
    if (!result.ok) return null;
    const given = parsed.reads.map(
      ({ path }) => `${path.join('.')} = ${JSON.stringify(valueAt(sample, path) ?? null)}`,
    );
    return { given: [...new Set(given)].slice(0, MAX_GIVEN), value: toJson(result.value) };
  } catch {
    return null;
  }
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
