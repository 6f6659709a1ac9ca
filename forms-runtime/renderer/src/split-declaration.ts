import type { CompiledForm, CompiledItem, CompiledPage } from '@irisflow/forms';

const isDeclaration = (item: CompiledItem): boolean => item.kind === 'control' && item.widget === 'declaration';
const isAnswer = (item: CompiledItem): boolean => item.kind === 'control' && !isDeclaration(item);

const itemsOf = ({ sections }: CompiledPage): readonly CompiledItem[] => sections.flatMap(({ items }) => items);

const withoutDeclarations = (page: CompiledPage): CompiledPage => ({
  ...page,
  sections: page.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !isDeclaration(item)) }))
    .filter(({ items }) => items.length > 0),
});

/** What a page declares; of one that asks nothing else, its notices as well. */
const declaredOn = (page: CompiledPage): readonly CompiledItem[] =>
  itemsOf(page).some(isAnswer) ? itemsOf(page).filter(isDeclaration) : itemsOf(page);

export interface WizardParts {
  /** Where one answers, without what is declared. */
  readonly pages: readonly CompiledPage[];
  /** What is declared, below the answers it is about; undefined where nothing is, or where nothing is read again. */
  readonly declaration: CompiledPage | undefined;
}

/** Nobody declares that answers are true before having read them again: declarations move to the last look before sending. */
export const splitDeclaration = ({ form, pages }: CompiledForm): WizardParts => {
  const declaring = pages.filter((page) => itemsOf(page).some(isDeclaration));
  if (form.uischema.options?.review === false || declaring.length === 0) return { pages, declaration: undefined };
  return {
    pages: pages
      .filter((page) => !declaring.includes(page) || itemsOf(page).some(isAnswer))
      .map((page) => (declaring.includes(page) ? withoutDeclarations(page) : page)),
    declaration: {
      id: 'declaration',
      i18n: 'declaration',
      sections: [{ id: 'declaration', items: declaring.flatMap(declaredOn) }],
    },
  };
};
