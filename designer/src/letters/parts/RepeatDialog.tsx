import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { setPart } from '../page/edit-page.ts';
import { feelOf } from '../page/page-words.ts';
import type { PartSettings } from './PartDialog.tsx';
import { PartWindow } from './PartWindow.tsx';
import { ValuePicker } from './ValuePicker.tsx';

/** The list whose entries repeat the items of a bullet list; none for one that is printed as it is. */
export const RepeatDialog = ({ open, editor, words, attributes, onClose }: PartSettings) => {
  const t = useTexts();
  const [each, setEach] = useState(feelOf(typeof attributes?.['each'] === 'string' ? attributes['each'] : ''));
  const save = (): void => {
    if (open.at !== null) setPart(editor, open.at, { each: each.trim() === '' ? null : each });
    onClose();
  };
  return (
    <PartWindow title={t('letter.part.bulletList')} canSave onSave={save} onClose={onClose}>
      <p className="letter-context__note">{t('letter.repeatHint')}</p>
      <ValuePicker
        label={t('letter.repeated')}
        value={each}
        place={words.at(null)}
        isOffered={({ type }) => type.kind === 'list'}
        onChange={setEach}
      />
    </PartWindow>
  );
};
