import type { ControlElement } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { keywordsOf } from '../edit/error-keywords.ts';
import { fieldOf } from '../edit/fields.ts';
import { setTexts, textsAt } from '../edit/texts.ts';
import { useFormEditing } from '../editing.ts';
import { Words } from './controls.tsx';

/** What people are told when an answer is wrong, in the form's own words. */
export const MessagesPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const field = fieldOf(form, control.id);
  const keywords = field === undefined ? [] : keywordsOf(field);
  return (
    <>
      <p className="plain-field__hint">{t(keywords.length === 0 ? 'forms.messages.none' : 'forms.messages.hint')}</p>
      {keywords.map((keyword) => {
        const key = `${control.i18n}.error.${keyword}`;
        return (
          <Words
            key={keyword}
            label={t(`forms.error.${keyword}`)}
            texts={textsAt(form, key)}
            onChange={(texts) => edit(setTexts(form, key, texts), key)}
          />
        );
      })}
    </>
  );
};
