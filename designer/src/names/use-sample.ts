import type { Knowledge, ValueType } from '@irisflow/names';
import { useMemo, useState } from 'react';
import { parametersPath, settingsPath } from '../settings/procedure-file.ts';
import { sampleVariables } from '../play/sample-variables.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';

/** Variables by name. */
export type Sample = Readonly<Record<string, unknown>>;

const constants: Partial<Readonly<Record<ValueType['kind'], unknown>>> = { text: 'ABC', yesNo: true };

/** A value of a type, such as one might be: the first option, yes, today. */
const sampleOf = (type: ValueType, day: string): unknown => {
  switch (type.kind) {
    case 'number':
      return type.isMoney ? 1250 : 3;
    case 'date':
      return day;
    case 'choice':
      return type.choices[0]?.value ?? null;
    case 'list':
      return [sampleOf(type.of, day)];
    case 'context':
      return Object.fromEntries(type.fields.map(({ name, type: inner }) => [name, sampleOf(inner, day)]));
    default:
      return constants[type.kind] ?? null;
  }
};

/** Sample values of what is known at a place: those of the simulation for what a case starts with, likely ones for the rest. */
export const sampleAt = ({ names }: Knowledge, start: Sample, day: string): Sample => {
  const likely = [...names.values()].map(({ name, type }) => [name, sampleOf(type, day)] as const);
  const { application: _, ...given } = start;
  return { ...Object.fromEntries(likely), ...given };
};

export const useSample = (knowledge: Knowledge): Sample => {
  const { locale } = useTexts();
  const { files } = useDraft().state;
  const parameters = files.get(parametersPath);
  const settings = files.get(settingsPath);
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  return useMemo(() => {
    const procedureKey = /"key"\s*:\s*"([^"]+)"/.exec(settings ?? '')?.[1] ?? '';
    return sampleAt(
      knowledge,
      sampleVariables({ procedureKey, language: locale, day, parameters, terms: {}, application: {} }),
      day,
    );
  }, [knowledge, locale, parameters, settings, day]);
};
