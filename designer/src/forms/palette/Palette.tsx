import { Field, VisuallyHidden } from '@irisflow/ui';
import { useId, useState } from 'react';
import { Button, GridList, GridListHeader, GridListItem, GridListSection, useDragAndDrop } from 'react-aria-components';
import { useTexts } from '../../texts/use-texts.ts';
import { isPart, partNames, type NewKind } from '../edit/build.ts';
import { exampleOf, fieldCategories, fieldKind, fieldKindNames } from './field-kinds.ts';
import { dragTypes } from './drag-types.ts';
import { FieldIcon } from './FieldIcon.tsx';
import { iconOfKind } from './icons.ts';

const allKinds: readonly NewKind[] = [...fieldKindNames, ...partNames];

const categoryOf = (kind: NewKind): (typeof fieldCategories)[number] =>
  isPart(kind) ? 'parts' : fieldKind(kind).category;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export const useKindName = (): ((kind: NewKind) => string) => {
  const t = useTexts();
  return (kind) => t(isPart(kind) ? `forms.part.${kind}` : `form.kind.${kind}`);
};

/** Kinds whose name, heading or example has the words that are sought. */
const useFound = (sought: string): ((kind: NewKind) => boolean) => {
  const t = useTexts();
  const nameOf = useKindName();
  const words = plain(sought).split(/\s+/);
  return (kind) => {
    const example = isPart(kind) ? undefined : exampleOf(kind);
    const said = plain(`${nameOf(kind)} ${t(`forms.category.${categoryOf(kind)}`)} ${example ?? ''}`);
    return words.every((word) => said.includes(word));
  };
};

/** Of an identifier: one that belongs to nobody. */
const Example = ({ kind }: { readonly kind: NewKind }) => {
  const example = isPart(kind) ? undefined : exampleOf(kind);
  return example === undefined ? null : <code className="palette__example">{example}</code>;
};

export interface PaletteProps {
  /** Somebody chose a kind by click, touch or Enter. */
  readonly onChoose: (kind: NewKind) => void;
}

/** All that a form can be made of, by category; chosen or dragged to its place. */
export const Palette = ({ onChoose }: PaletteProps) => {
  const t = useTexts();
  const id = useId();
  const nameOf = useKindName();
  const [sought, setSought] = useState('');
  const isFound = useFound(sought);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragTypes.kind]: String(key) })),
    getAllowedDropOperations: () => ['copy'],
  });
  const found = allKinds.filter(isFound);
  const categories = fieldCategories.filter((category) => found.some((kind) => categoryOf(kind) === category));
  return (
    <div className="palette">
      <Field id={id} label={<VisuallyHidden>{t('forms.palette.search')}</VisuallyHidden>} readOnly>
        <input
          id={id}
          className="iris-input"
          type="search"
          placeholder={t('forms.palette.search')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </Field>
      <GridList
        aria-label={t('forms.palette')}
        layout="grid"
        className="palette__list"
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => {
          const kind = allKinds.find((one) => one === key);
          if (kind !== undefined) onChoose(kind);
        }}
        renderEmptyState={() => t('forms.palette.none')}
      >
        {categories.map((category) => (
          <GridListSection key={category} id={`category ${category}`} className="palette__section">
            <GridListHeader className="palette__heading">{t(`forms.category.${category}`)}</GridListHeader>
            {found
              .filter((kind) => categoryOf(kind) === category)
              .map((kind) => (
                <GridListItem key={kind} id={kind} textValue={nameOf(kind)} className="palette__item">
                  <Button slot="drag" className="palette__handle">
                    <FieldIcon name={iconOfKind(kind)} />
                  </Button>
                  <span>
                    {nameOf(kind)}
                    <Example kind={kind} />
                  </span>
                </GridListItem>
              ))}
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
};
