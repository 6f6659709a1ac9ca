import { useTexts } from '../../texts/use-texts.ts';
import { setReview } from '../edit/bindings.ts';
import { useFormEditing } from '../editing.ts';
import { Section, Tick } from './controls.tsx';

/** What holds for the whole form. */
export const FormPart = () => {
  const t = useTexts();
  const { form, isTaskForm, edit } = useFormEditing();
  return (
    <Section title={t('forms.section.form')} isOpen>
      <p className="plain-field__hint">{t('forms.choose')}</p>
      {!isTaskForm && (
        <Tick
          label={t('forms.review')}
          hint={t('forms.review.hint')}
          value={form.uischema.options?.review !== false}
          onChange={(review) => edit(setReview(form, review))}
        />
      )}
    </Section>
  );
};
