import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { FeelCondition } from '../../conditions/FeelCondition.tsx';
import { FeelField } from '../../feel/FeelField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { frame, setPart, takeOutOfFrame } from '../page/edit-page.ts';
import { feelOf } from '../page/page-words.ts';
import type { PartSettings } from './PartDialog.tsx';
import { PartWindow } from './PartWindow.tsx';

/** When a part of a letter is printed, in words or as FEEL. */
export const ConditionDialog = ({ open, editor, words, attributes, onClose }: PartSettings) => {
  const t = useTexts();
  const was = typeof attributes?.['when'] === 'string' ? attributes['when'] : '';
  // The sign that FEEL has elsewhere may stand here too.
  const sign = /^\s*=\s*/.exec(was)?.[0] ?? '';
  const [when, setWhen] = useState(feelOf(was));
  const { at } = open;
  const { names, knowledge, sample } = words.at(null);
  const save = (): void => {
    if (at === null) frame(editor, when);
    else setPart(editor, at, { when: `${sign}${when}` });
    onClose();
  };
  const leave = (act: (place: number) => void) => (): void => {
    if (at !== null) act(at);
    onClose();
  };
  return (
    <PartWindow
      title={t('letter.tool.condition')}
      isWide
      canSave={when.trim() !== ''}
      onSave={save}
      onClose={onClose}
      others={
        at !== null && (
          <Button tone="secondary" onClick={leave((place) => takeOutOfFrame(editor, place))}>
            {t('letter.unframed')}
          </Button>
        )
      }
    >
      <FeelCondition
        label={t('letter.onlyIf')}
        value={when}
        names={names}
        onChange={setWhen}
        feelField={
          <FeelField label={t('letter.onlyIf')} value={when} knowledge={knowledge} sample={sample} onChange={setWhen} />
        }
      />
    </PartWindow>
  );
};
