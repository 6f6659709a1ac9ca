import type { ControlElement } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { setTexts, textsAt } from '../edit/texts.ts';
import { useFormEditing } from '../editing.ts';
import { Words } from './controls.tsx';

/** What the rows of a repeated group are called, and the button that adds one. */
export const RowsPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  return (
    <>
      {(['item', 'add'] as const).map((part) => {
        const key = `${control.i18n}.${part}`;
        return (
          <Words
            key={part}
            label={t(`forms.rows.${part}.label`)}
            hint={t(`forms.rows.${part}.hint`)}
            texts={textsAt(form, key)}
            onChange={(texts) => edit(setTexts(form, key, texts), key)}
          />
        );
      })}
    </>
  );
};
