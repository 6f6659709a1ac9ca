import type { ControlElement } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import {
  addChoice,
  choicesOf,
  followsWords,
  moveChoice,
  removeChoice,
  renameChoice,
  setChoiceTexts,
  type ChoiceWords,
} from '../edit/keys.ts';
import { isPublishedField, useFormEditing } from '../editing.ts';
import { optionWords } from '../palette/new-words.ts';
import { Line, Words } from './controls.tsx';

interface ChoiceProps {
  readonly control: ControlElement;
  readonly choice: ChoiceWords;
  readonly index: number;
  readonly count: number;
}

const ChoiceValue = ({ control, choice }: Omit<ChoiceProps, 'index' | 'count'>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const value = String(choice.value);
  const isTaken = typed !== null && typed !== value && choicesOf(form, control.id).some((one) => one.value === typed);
  const isWrong = isTaken || typed?.trim() === '';
  if (typeof choice.value !== 'string') return <code>{value}</code>;
  return (
    <div
      onBlur={() => {
        if (typed !== null && !isWrong) edit(renameChoice(form, control.id, value, typed.trim()));
        setTyped(null);
      }}
    >
      <Line
        label={t('forms.option.value')}
        hint={t(isTaken ? 'forms.key.taken' : 'forms.option.valueHint')}
        value={typed ?? value}
        isWrong={isWrong}
        onChange={setTyped}
      />
    </div>
  );
};

const Choice = ({ control, choice, index, count }: ChoiceProps) => {
  const t = useTexts();
  const editing = useFormEditing();
  const { form, edit } = editing;
  const [follows, setFollows] = useState(false);
  const name = choice.texts[t.locale] || String(choice.value);
  const move = (to: number) => () => edit(moveChoice(form, control.id, { from: index, to }));
  return (
    <li className="choice-editor__item">
      <div
        className="choice-editor__words"
        onFocus={() => setFollows(followsWords(form, choice) && !isPublishedField(editing, control.id))}
      >
        <Words
          label={t('forms.option.words', { n: index + 1 })}
          labeling="list"
          texts={choice.texts}
          onChange={(texts) =>
            edit(
              setChoiceTexts(form, control.id, { value: choice.value, texts, follows }),
              `choice ${control.id} ${index}`,
            )
          }
        />
        <details>
          <summary className="plain-field__hint">{t('forms.option.more')}</summary>
          <ChoiceValue control={control} choice={choice} />
        </details>
      </div>
      <div className="choice-editor__tools">
        <ToolButton icon="up" label={t('item.up', { name })} isDisabled={index === 0} onClick={move(index - 1)} />
        <ToolButton
          icon="down"
          label={t('item.down', { name })}
          isDisabled={index === count - 1}
          onClick={move(index + 1)}
        />
        <ToolButton
          icon="trash"
          label={t('item.remove', { name })}
          isDisabled={count === 1}
          onClick={() => edit(removeChoice(form, control.id, choice.value))}
        />
      </div>
    </li>
  );
};

/** The choices of a closed list, in their order, with their words. */
export const ChoicesPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const choices = choicesOf(form, control.id);
  return (
    <div className="choice-editor">
      <ol>
        {choices.map((choice, index) => (
          // The value changes while one types its words; its place does not.
          // oxlint-disable-next-line react/no-array-index-key
          <Choice
            key={`${control.id} ${index}`}
            control={control}
            choice={choice}
            index={index}
            count={choices.length}
          />
        ))}
      </ol>
      <Button
        tone="secondary"
        size="small"
        icon="plus"
        onClick={() => edit(addChoice(form, control.id, optionWords(messages, choices.length + 1)))}
      >
        {t('forms.option.add')}
      </Button>
    </div>
  );
};
