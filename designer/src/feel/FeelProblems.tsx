import { feelMessage, FeelSyntaxError, parseFeel, type FeelSyntax } from '@irisflow/feel';
import { unknownNames, type Knowledge, type UnknownName } from '@irisflow/names';
import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';

const syntaxProblem = (value: string, syntax: FeelSyntax, locale: Locale): string | null => {
  if (value.trim() === '') return null;
  try {
    parseFeel(value, syntax);
    return null;
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return feelMessage(thrown, locale);
    throw thrown;
  }
};

interface FeelProblemsProps {
  /** FEEL without a leading `=`. */
  value: string;
  knowledge: Knowledge;
  syntax: FeelSyntax;
  /** Puts a text in the place of a part of the value. */
  onReplace: (from: number, to: number, text: string) => void;
}

const isOnce = (unknown: UnknownName, index: number, all: readonly UnknownName[]): boolean =>
  all.findIndex(({ path }) => path.join('.') === unknown.path.join('.')) === index;

/** What is wrong with an expression: that it cannot be read, or that nothing gives one of its names a value. */
export const FeelProblems = ({ value, knowledge, syntax: kind, onReplace }: FeelProblemsProps) => {
  const t = useTexts();
  const syntax = useMemo(() => syntaxProblem(value, kind, t.locale), [value, kind, t.locale]);
  const unknown = useMemo(() => unknownNames(value, knowledge, kind).filter(isOnce), [value, knowledge, kind]);
  return (
    <>
      {syntax !== null && <p className="feel-field__problem">{syntax}</p>}
      {unknown.map(({ path, from, meant, isSure }) => {
        const name = path.join('.');
        return (
          <p key={name} className={isSure ? 'feel-field__problem' : 'feel-field__doubt'}>
            {t(isSure ? 'names.unknown' : 'names.doubtful', { name })}{' '}
            {meant !== null && (
              <button
                type="button"
                className="feel-field__meant"
                onClick={() => onReplace(from, from + name.length, meant.join('.'))}
              >
                {t('condition.didYouMean', { name: meant.join('.') })}
              </button>
            )}
          </p>
        );
      })}
    </>
  );
};
