import { useTexts } from '../texts/use-texts.ts';
import { useElementActions } from './actions.tsx';
import { FormCanvas } from './canvas/FormCanvas.tsx';
import { findPlace } from './edit/tree.ts';
import { useFormEditing } from './editing.ts';
import { Palette } from './palette/Palette.tsx';
import { ElementPanel } from './panel/ElementPanel.tsx';
import { panelId } from './panel/panel-id.ts';
import { StructureTree } from './structure/StructureTree.tsx';
import { useElementWords } from './use-element-words.ts';

/** What the panel is about. */
const PanelTitle = () => {
  const t = useTexts();
  const { form, selectedId } = useFormEditing();
  const words = useElementWords(form);
  const element = selectedId === null ? undefined : findPlace(form, selectedId)?.element;
  return (
    <h2 id={panelId} tabIndex={-1} className="form-builder__title">
      {element === undefined
        ? t('forms.section.form')
        : t('forms.named', { kind: words.kind(element), name: words.name(element) })}
    </h2>
  );
};

/** Palette and structure, the form itself, and the properties of what is chosen in it. */
export const FormBuilder = () => {
  const t = useTexts();
  const actions = useElementActions();
  return (
    <div className="form-builder">
      <div className="form-builder__left">
        <details open>
          <summary className="form-builder__title">{t('forms.palette')}</summary>
          <Palette onChoose={(kind) => actions.add(kind)} />
        </details>
        <details open>
          <summary className="form-builder__title">{t('form.structure')}</summary>
          <StructureTree />
        </details>
      </div>
      <FormCanvas />
      <section className="form-builder__panel" aria-labelledby={panelId}>
        <PanelTitle />
        <ElementPanel />
      </section>
    </div>
  );
};
