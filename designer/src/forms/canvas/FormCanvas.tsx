import type { Locale } from '@irisflow/client';
import { formText, optionalText, type CategoryElement } from '@irisflow/forms';
import { FormDrawing } from '@irisflow/renderer';
import { Button, Dialog, locales } from '@irisflow/ui';
import { useState } from 'react';
import { ChoiceBar } from '../../app/ChoiceBar.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useElementActions } from '../actions.tsx';
import { pageOf, type Gap } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { Palette } from '../palette/Palette.tsx';
import { useElementWords } from '../use-element-words.ts';
import { CanvasElements } from './CanvasElements.tsx';
import { CanvasLocale } from './canvas-locale.ts';
import { Frame } from './Frame.tsx';

const PageHead = ({ page, locale }: { readonly page: CategoryElement; readonly locale: Locale }) => {
  const { form } = useFormEditing();
  const description = optionalText(form, locale, `${page.i18n}.description`);
  return (
    <>
      <p className="canvas-heading canvas-heading--page">{formText(form, locale, `${page.i18n}.label`)}</p>
      {description !== undefined && <p className="iris-lead">{description}</p>}
    </>
  );
};

const PageBar = ({ page }: { readonly page: CategoryElement | undefined }) => {
  const t = useTexts();
  const { form, select } = useFormEditing();
  const actions = useElementActions();
  const words = useElementWords(form);
  return (
    <nav className="page-bar" aria-label={t('forms.pages')}>
      <ol>
        {form.uischema.elements.map((each, index) => (
          <li key={each.id}>
            <button
              type="button"
              className="page-bar__page"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => select(each.id)}
            >
              {index + 1}. {words.name(each)}
            </button>
          </li>
        ))}
      </ol>
      <Button tone="quiet" size="small" icon="plus" onClick={actions.addPage}>
        {t('form.addPage')}
      </Button>
    </nav>
  );
};

/** The form as people will see it, one page at a time, to be chosen, moved and added to. */
export const FormCanvas = () => {
  const t = useTexts();
  const { form, filled, selectedId, isTaskForm } = useFormEditing();
  const actions = useElementActions();
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [gap, setGap] = useState<Gap | null>(null);
  const [pageId, setPageId] = useState<string | undefined>(undefined);
  const chosenPage = selectedId === null ? undefined : pageOf(form, selectedId)?.id;
  if (chosenPage !== undefined && chosenPage !== pageId) setPageId(chosenPage);
  const page = form.uischema.elements.find(({ id }) => id === (chosenPage ?? pageId)) ?? form.uischema.elements[0];
  return (
    <section className="form-canvas" aria-label={t('forms.canvas')}>
      <div className="form-canvas__bar">
        <PageBar page={page} />
        <ChoiceBar
          label={t('forms.canvas.language')}
          value={locale}
          onChange={setLocale}
          options={locales.map((each) => ({ value: each, text: each.toUpperCase() }))}
        />
      </div>
      {page !== undefined && (
        <div className="form-canvas__sheet" data-density={isTaskForm ? 'desk' : 'portal'}>
          <CanvasLocale value={locale}>
            <FormDrawing form={filled} locale={locale} audience={isTaskForm ? 'agent' : 'applicant'}>
              <Frame key={page.id} element={page} drawn={<PageHead page={page} locale={locale} />}>
                <CanvasElements parent={page} onAdd={setGap} />
              </Frame>
            </FormDrawing>
          </CanvasLocale>
        </div>
      )}
      <Dialog open={gap !== null} wide title={t('forms.palette')} onClose={() => setGap(null)}>
        <Palette
          onChoose={(kind) => {
            if (gap !== null) actions.add(kind, gap);
            setGap(null);
          }}
        />
      </Dialog>
    </section>
  );
};
