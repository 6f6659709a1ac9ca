import type { FeelSyntax } from '@irisflow/feel';
import type { Knowledge } from '@irisflow/names';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { namesInWords } from '../conditions/choices-of-names.ts';
import type { Sample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import { suggestionsFor, typedAt, type Suggestion } from './complete.ts';
import { FeelProblems } from './FeelProblems.tsx';
import { FeelResultLine } from './FeelResultLine.tsx';
import './feel-field.css';

export interface FeelFieldProps {
  label: string;
  hint?: string;
  /** FEEL without a leading `=`. */
  value: string;
  /** What is known where the expression stands. */
  knowledge: Knowledge;
  /** Values to try it on. */
  sample: Sample;
  /** The tests of a cell have no result of their own; an expression unless said otherwise. */
  syntax?: FeelSyntax;
  onChange: (value: string) => void;
}

interface Open {
  readonly from: number;
  readonly caret: number;
  readonly suggestions: readonly Suggestion[];
  /** Of the suggestion under the keys; none until somebody goes down to it. */
  readonly active: number | null;
}

interface Completion {
  readonly open: Open | null;
  readonly suggest: (text: string, caret: number, isAsked: boolean) => void;
  readonly move: (by: 1 | -1) => void;
  readonly close: () => void;
}

const useCompletion = (knowledge: Knowledge): Completion => {
  const t = useTexts();
  const names = useMemo(() => namesInWords(knowledge, t.locale), [knowledge, t.locale]);
  const [open, setOpen] = useState<Open | null>(null);
  return {
    open,
    suggest: (text, caret, isAsked) => {
      const { word, from } = typedAt(text, caret);
      const suggestions = word === '' && !isAsked ? [] : suggestionsFor(word, names, t('feel.function'));
      setOpen(suggestions.length === 0 ? null : { from, caret, suggestions, active: null });
    },
    move: (by) => {
      if (open === null) return;
      const count = open.suggestions.length;
      const next = open.active === null ? (by === 1 ? 0 : count - 1) : (open.active + by + count) % count;
      setOpen({ ...open, active: next });
    },
    close: () => setOpen(null),
  };
};

interface ListProps {
  id: string;
  open: Open;
  onChoose: (suggestion: Suggestion) => void;
}

const Suggestions = ({ id, open, onChoose }: ListProps) => {
  const t = useTexts();
  return (
    // A list beneath a field that keeps the focus: no native element is that.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="feel-field__list" id={id} role="listbox" aria-label={t('feel.suggestions')}>
      {open.suggestions.map((suggestion, index) => (
        <button
          key={suggestion.text}
          type="button"
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === open.active}
          // The field keeps its focus and its caret.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <span>{suggestion.label}</span> <code>{suggestion.text}</code>
          <span className="feel-field__origin">{suggestion.origin}</span>
        </button>
      ))}
    </div>
  );
};

interface TypedProps {
  id: string;
  hasHint: boolean;
  value: string;
  completion: Completion;
  onChange: (value: string) => void;
  onChoose: (suggestion: Suggestion) => void;
}

const Typed = ({ id, hasHint, value, completion, onChange, onChoose }: TypedProps) => {
  const { open } = completion;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const active = open?.suggestions[open.active ?? -1];
    if (event.key === ' ' && event.ctrlKey) completion.suggest(value, event.currentTarget.selectionStart, true);
    else if (open === null) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') completion.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && active !== undefined) onChoose(active);
    else if (event.key === 'Escape') completion.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      id={id}
      className="iris-input feel-field__text"
      lang="en"
      spellCheck={false}
      rows={Math.min(8, 1 + value.split('\n').length)}
      aria-autocomplete="list"
      aria-controls={open === null ? undefined : `${id}-list`}
      aria-activedescendant={open?.active == null ? undefined : `${id}-list-${open.active}`}
      aria-describedby={hasHint ? `${id}-hint ${id}-told` : `${id}-told`}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
        completion.suggest(event.currentTarget.value, event.currentTarget.selectionStart, false);
      }}
      onKeyDown={onKeyDown}
      onBlur={completion.close}
    />
  );
};

/** A FEEL expression: names are completed, one that nothing gives a value is told at once, and the result on a sample is beside it. */
export const FeelField = ({
  label,
  hint,
  value,
  knowledge,
  sample,
  syntax = 'expression',
  onChange,
}: FeelFieldProps) => {
  const t = useTexts();
  const id = useId();
  const fieldRef = useRef<HTMLDivElement | null>(null);
  const completion = useCompletion(knowledge);
  const { open } = completion;
  const put = (from: number, to: number, text: string): void => {
    onChange(`${value.slice(0, from)}${text}${value.slice(to)}`);
    completion.close();
    requestAnimationFrame(() => {
      const typed = fieldRef.current?.querySelector('textarea');
      typed?.focus();
      typed?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const choose = ({ text }: Suggestion): void => {
    if (open !== null) put(open.from, open.caret, text);
  };
  return (
    <div className="feel-field" ref={fieldRef}>
      <label className="feel-field__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="feel-field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <Typed
        id={id}
        hasHint={hint !== undefined}
        value={value}
        completion={completion}
        onChange={onChange}
        onChoose={choose}
      />
      {open !== null && <Suggestions id={`${id}-list`} open={open} onChoose={choose} />}
      <output className="iris-visually-hidden">
        {open === null ? '' : t('feel.suggestionCount', { count: `${open.suggestions.length}` })}
      </output>
      <div id={`${id}-told`}>
        <FeelProblems value={value} knowledge={knowledge} syntax={syntax} onReplace={put} />
        {syntax === 'expression' && <FeelResultLine value={value} sample={sample} />}
      </div>
    </div>
  );
};
