import { judgePattern, matchesPattern, type FieldSchema } from '@irisflow/forms';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { Line, Pick } from './controls.tsx';

/** Ready patterns, so that nobody needs to know how one is written. */
const known = {
  digits: '^[0-9]+$',
  letters: "^[A-Za-zÀ-ÿ' -]+$",
  code: '^[A-Z0-9-]+$',
  year: '^(19|20)[0-9]{2}$',
} as const;
const names = ['none', 'digits', 'letters', 'code', 'year', 'own'] as const;
type Name = (typeof names)[number];

const nameOf = (pattern: string | undefined): Name => {
  if (pattern === undefined) return 'none';
  return names.find((name) => name in known && known[name as keyof typeof known] === pattern) ?? 'own';
};

const patternOf = (name: Name, before: string | undefined): string | undefined => {
  if (name === 'none') return undefined;
  return name === 'own' ? (before ?? '^.+$') : known[name];
};

/** A text tried on the pattern: what a person would be told. */
const TryIt = ({ pattern }: { readonly pattern: string }) => {
  const t = useTexts();
  const [text, setText] = useState('');
  const verdict = text !== '' && t(matchesPattern(pattern, text) ? 'forms.pattern.passes' : 'forms.pattern.fails');
  return (
    <>
      <Line label={t('forms.pattern.try')} value={text} onChange={setText} />
      <output className="panel-verdict" data-passes={text !== '' && matchesPattern(pattern, text)}>
        {verdict}
      </output>
    </>
  );
};

export interface PatternFieldsProps {
  readonly schema: FieldSchema;
  readonly onChange: (pattern: string | undefined) => void;
}

/** How a text must be written, with a place to try it. */
export const PatternFields = ({ schema, onChange }: PatternFieldsProps) => {
  const t = useTexts();
  const [wanted, setWanted] = useState<Name>(nameOf(schema.pattern));
  const [typed, setTyped] = useState<string | null>(null);
  const { pattern } = schema;
  const name = wanted === 'own' && pattern !== undefined ? 'own' : nameOf(pattern);
  const refusal = typed === null ? null : judgePattern(typed);
  const isWrong = refusal?.ok === false;
  const change = (text: string): void => {
    setTyped(text);
    if (text !== '' && judgePattern(text).ok) onChange(text);
  };
  return (
    <>
      <Pick
        label={t('forms.pattern')}
        value={name}
        options={names.map((value) => ({ value, text: t(`forms.pattern.${value}`) }))}
        onChange={(next) => {
          setWanted(next);
          setTyped(null);
          onChange(patternOf(next, pattern));
        }}
      />
      {name === 'own' && (
        <Line
          label={t('forms.pattern.expression')}
          hint={t(isWrong ? 'forms.pattern.wrong' : 'forms.pattern.expressionHint')}
          isWrong={isWrong}
          value={typed ?? pattern ?? ''}
          onChange={change}
        />
      )}
      {pattern !== undefined && <TryIt pattern={pattern} />}
    </>
  );
};
