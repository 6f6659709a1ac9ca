import type { FormDefinition } from '@irisflow/forms';
import { isPart, type NewKind } from '../edit/build.ts';
import { fieldOf } from '../edit/fields.ts';
import type { Element } from '../edit/tree.ts';
import { fieldKind, kindOfField } from './field-kinds.ts';
import type { FieldIconName } from './FieldIcon.tsx';

const partIcons = { group: 'group', columns: 'columns', notice: 'notice' } as const;

export const iconOfKind = (kind: NewKind): FieldIconName => (isPart(kind) ? partIcons[kind] : fieldKind(kind).icon);

const elementIcons = {
  Category: 'page',
  Group: 'group',
  Label: 'notice',
  HorizontalLayout: 'columns',
  VerticalLayout: 'rows',
} as const;

/** The sign of what stands in a form. */
export const iconOfElement = (form: FormDefinition, element: Element): FieldIconName => {
  if (element.type !== 'Control') return elementIcons[element.type];
  return iconOfKind(kindOfField(element.options.widget, fieldOf(form, element.id)?.schema.format) ?? 'text');
};
