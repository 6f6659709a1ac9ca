import { memo, useDeferredValue } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useElementActions } from './actions.tsx';
import { FormCanvas } from './canvas/FormCanvas.tsx';
import { findPlace } from './edit/tree.ts';
import { FormEditingProvider, useFormEditing } from './editing.ts';
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

const Palettes = memo(function Palettes() {
  const t = useTexts();
  const actions = useElementActions();
  return (
    <div className="form-builder__left">
      <details open>
        <summary className="form-builder__title">{t('forms.palette')}</summary>
        <Palette onChoose={actions.add} />
      </details>
      <details open>
        <summary className="form-builder__title">{t('form.structure')}</summary>
        <StructureTree />
      </details>
    </div>
  );
});

const Canvas = memo(FormCanvas);

/**
 * Palette and structure, the form itself, and the properties of what is chosen in it. While one types in the panel, the rest is drawn
 * a moment later: it only shows the form, and whatever it does to it, the actions do to the newest one.
 */
export const FormBuilder = () => {
  const editing = useFormEditing();
  const shown = useDeferredValue(editing);
  return (
    <div className="form-builder">
      <FormEditingProvider value={shown}>
        <Palettes />
        <Canvas />
      </FormEditingProvider>
      <section className="form-builder__panel" aria-labelledby={panelId}>
        <PanelTitle />
        <ElementPanel />
      </section>
    </div>
  );
};
