import type { ViewField } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, CheckboxGroup, Dialog, useLabelled } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { foldWords } from './view-draft.ts';

interface ChoiceProps {
  readonly field: ViewField;
  readonly label: string;
  readonly values: readonly string[];
  readonly isInvalid: boolean;
  readonly onChange: (values: string[]) => void;
}

/** From here on, one looks for a choice by a word. */
const MANY = 10;

const Choices = ({ field, label, values, onChange }: ChoiceProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const id = useId();
  const [words, setWords] = useState('');
  const wanted = foldWords(words);
  const options = field.choices.map(({ value, label: text }) => ({ value, label: read(text) }));
  const shown = options.filter(({ value, label: text }) => values.includes(value) || foldWords(text).includes(wanted));
  return (
    <div className="iris-stack iris-stack--tight">
      {options.length > MANY && (
        <div className="desk-filter">
          <label htmlFor={`${id}-search`}>{t('filter.search')}</label>
          <input
            id={`${id}-search`}
            type="search"
            className="iris-input"
            autoComplete="off"
            maxLength={100}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      <div className="desk-view-choices">
        <CheckboxGroup
          id={id}
          label={label}
          optional
          options={shown}
          value={values}
          onChange={(chosen) => onChange([...chosen])}
        />
      </div>
    </div>
  );
};

/** What is chosen of a list, in words, and the way to change it. */
export const ChoicePicker = (props: ChoiceProps) => {
  const { field, label, values, isInvalid } = props;
  const t = useDeskText();
  const read = useLocalized();
  const labelled = useLabelled();
  const [isOpen, setOpen] = useState(false);
  const labels = new Map(field.choices.map(({ value, label: text }) => [value, read(text)]));
  const chosen = values.map((value) => labels.get(value) ?? value).join(', ');
  const close = (): void => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={`iris-input desk-view-choice${isInvalid ? ' desk-view-choice--invalid' : ''}`}
        aria-label={labelled(label, chosen === '' ? t('views.choose') : chosen)}
        onClick={() => setOpen(true)}
      >
        {chosen === '' ? <span className="iris-muted">{t('views.choose')}</span> : chosen}
      </button>
      <Dialog
        open={isOpen}
        title={label}
        onClose={close}
        actions={<Button onClick={close}>{t('views.chosen')}</Button>}
      >
        <Choices {...props} />
      </Dialog>
    </>
  );
};
