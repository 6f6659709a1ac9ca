import type { DecisionTest, EditableDecision, Operand } from '@irisflow/dmn';
import { evaluate, FeelSyntaxError, jsonText, parseFeel, toJson } from '@irisflow/feel';
import type { ValueType } from '@irisflow/names';
import { useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import type { Value } from '../conditions/condition.ts';
import { ValueField } from '../conditions/ValueField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { typeOfOutput } from './columns.ts';
import { valueInWords, type Saying } from './words.ts';

type Json = DecisionTest['given'][string];

const day = /^\d{4}-\d{2}-\d{2}$/;

const valueOf = (json: Json, type: ValueType): Value | null => {
  if (typeof json === 'number') return { kind: 'number', number: json };
  if (typeof json === 'boolean') return { kind: 'yesNo', isYes: json };
  if (typeof json !== 'string') return null;
  return day.test(json) && type.kind !== 'text' && type.kind !== 'choice'
    ? { kind: 'day', day: json }
    : { kind: 'text', text: json };
};

const jsonOf = (value: Value | null): Json => {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'yesNo':
      return value.isYes;
    case 'day':
      return value.day;
    case 'choices':
      return [...value.choices];
    default:
      return null;
  }
};

/** The value that FEEL writes down; undefined for what cannot be read. */
const written = (text: string): Json | undefined => {
  if (text.trim() === '') return null;
  try {
    const result = evaluate(parseFeel(text, 'expression'), { variable: () => undefined, now: 0 });
    return result.ok ? toJson(result.value) : undefined;
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return undefined;
    throw thrown;
  }
};

interface FieldProps {
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

/** What has no field of its own, such as a list of people, is written as FEEL writes it. */
const WrittenField = ({ value, onChange }: FieldProps) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && written(typed) === undefined;
  return (
    <input
      className="iris-input"
      lang="en"
      aria-label={t('decision.test.written')}
      aria-invalid={isWrong || undefined}
      value={typed ?? (value === null ? '' : jsonText(value))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = written(text);
        if (next !== undefined) onChange(next);
      }}
      onBlur={() => isWrong || setTyped(null)}
    />
  );
};

/** One given value of a test, asked for by its type. */
export const GivenField = ({ name, value, onChange }: FieldProps & { readonly name: NameChoice | null }) => {
  const type: ValueType = name?.type ?? { kind: 'unknown' };
  if (type.kind === 'list' || type.kind === 'context' || (typeof value === 'object' && value !== null))
    return <WrittenField value={value} onChange={onChange} />;
  return (
    <ValueField
      operator="is"
      type={type}
      value={valueOf(value, type)}
      names={[]}
      onChange={(next) => onChange(jsonOf(next))}
    />
  );
};

const operandOf = (json: Json): Operand => {
  switch (typeof json) {
    case 'number':
      return { kind: 'number', text: `${json}` };
    case 'boolean':
      return { kind: 'yesNo', isYes: json };
    case 'string':
      return day.test(json) ? { kind: 'day', day: json } : { kind: 'text', text: json };
    default:
      return { kind: 'nothing' };
  }
};

const unknown: ValueType = { kind: 'unknown' };

const said = (json: Json, type: ValueType, saying: Saying): string => {
  if (Array.isArray(json))
    return json.length === 0
      ? saying.t('decision.test.none')
      : json.map((item: Json) => said(item, type, saying)).join(', ');
  if (typeof json !== 'object' || json === null) return valueInWords(operandOf(json), type, saying);
  const pairs = Object.entries(json).map(
    ([name, inner]) => `${name}${saying.t('decision.colon')} ${said(inner, unknown, saying)}`,
  );
  return pairs.join('; ');
};

/** Says what a decision answers in words. */
export const useAnswerInWords = ({ logic }: EditableDecision): ((json: Json) => string) => {
  const t = useTexts();
  const format = useFormatters();
  const [only, ...more] = logic.kind === 'table' ? logic.outputs : [];
  const type = only !== undefined && more.length === 0 ? typeOfOutput(only) : unknown;
  return (json) => said(json, type, { t, format, names: [] });
};
