import { formText, optionalText } from '@irisflow/forms';
import { DrawnItem } from '@irisflow/renderer';
import { useTexts } from '../../texts/use-texts.ts';
import { childrenOf, type Element, type Gap as Place } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { useElementWords } from '../use-element-words.ts';
import { useCanvasLocale } from './canvas-locale.ts';
import { Frame } from './Frame.tsx';
import { Gap } from './Gap.tsx';

const shares = ['full', 'full', 'half', 'third'] as const;

/** How much of the line an element takes, as the renderer gives it. */
const widthOf = (element: Element, parent: Element): string => {
  if (element.type === 'Control' && element.options.width !== undefined) return element.options.width;
  return parent.type === 'HorizontalLayout' ? (shares[parent.elements.length] ?? 'quarter') : 'full';
};

const GroupHead = ({ i18n }: { readonly i18n: string }) => {
  const { form } = useFormEditing();
  const locale = useCanvasLocale();
  const description = optionalText(form, locale, `${i18n}.description`);
  return (
    <>
      <p className="iris-section-title canvas-heading">{formText(form, locale, `${i18n}.label`)}</p>
      {description !== undefined && <p className="iris-muted">{description}</p>}
    </>
  );
};

interface ElementProps {
  readonly element: Element;
  readonly onAdd: (gap: Place) => void;
}

const CanvasElement = ({ element, onAdd }: ElementProps) => {
  const t = useTexts();
  if (element.type === 'Label') return <Frame element={element} drawn={<DrawnItem id={element.id} />} />;
  const inside = <CanvasElements parent={element} onAdd={onAdd} />;
  if (element.type === 'Group')
    return (
      <Frame element={element} drawn={<GroupHead i18n={element.i18n} />}>
        {inside}
      </Frame>
    );
  if (element.type !== 'Control')
    return (
      <Frame element={element} drawn={<p className="canvas-layout">{t(`form.element.${element.type}`)}</p>}>
        {inside}
      </Frame>
    );
  if (element.options.widget !== 'table') return <Frame element={element} drawn={<DrawnItem id={element.id} />} />;
  return (
    <Frame element={element} drawn={<DrawnItem id={element.id} />}>
      <div className="canvas-rows">{inside}</div>
    </Frame>
  );
};

export interface CanvasElementsProps {
  readonly parent: Element;
  readonly onAdd: (gap: Place) => void;
}

/** What stands in a page, a group or a row: a gap before each element, and one at the end. */
export const CanvasElements = ({ parent, onAdd }: CanvasElementsProps) => {
  const t = useTexts();
  const { form, selectedId } = useFormEditing();
  const words = useElementWords(form);
  const children = childrenOf(parent);
  const chosen = children.findIndex(({ id }) => id === selectedId);
  return (
    <div className="iris-fields canvas-fields" data-empty={children.length === 0}>
      {children.map((element, index) => (
        <div key={element.id} className={`canvas-cell iris-width--${widthOf(element, parent)}`}>
          <Gap
            gap={{ parentId: parent.id, index }}
            where={t('forms.gap.before', { name: words.name(element) })}
            isNear={chosen >= 0 && (index === chosen || index === chosen + 1)}
            onAdd={onAdd}
          />
          <CanvasElement element={element} onAdd={onAdd} />
        </div>
      ))}
      <Gap
        gap={{ parentId: parent.id, index: children.length }}
        where={t('forms.gap.end', { name: words.name(parent) })}
        isNear
        onAdd={onAdd}
      />
    </div>
  );
};
