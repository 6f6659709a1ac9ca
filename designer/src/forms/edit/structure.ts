import { readAt, writeAt, type ControlElement, type FormDefinition } from '@irisflow/forms';
import { choicesOf } from './keys.ts';
import { extract, paste } from './fragment.ts';
import { fieldOf, setRequired } from './fields.ts';
import type { Added } from './build.ts';
import { forgetScope, usersOf } from './references.ts';
import { dropTexts } from './texts.ts';
import {
  canHold,
  findPlace,
  insertElement,
  places,
  tableAround,
  takeOut,
  within,
  type Element,
  type Gap,
  type Place,
} from './tree.ts';

const controlsIn = (element: Element): readonly ControlElement[] =>
  within(element).filter((one): one is ControlElement => one.type === 'Control');

const targetOf = (form: FormDefinition, control: ControlElement) => ({
  scope: control.scope,
  table: tableAround(form, control.id)?.scope,
});

/** Elements elsewhere in the form whose conditions or calculations look at an element or what stands in it. */
export const dependents = (form: FormDefinition, id: string): readonly Element[] => {
  const element = findPlace(form, id)?.element;
  if (element === undefined) return [];
  const own = new Set(within(element).map((one) => one.id));
  const users = controlsIn(element).flatMap((control) => usersOf(form, targetOf(form, control)));
  return [...new Map(users.map((one) => [one.id, one])).values()].filter((one) => !own.has(one.id));
};

/** Takes what a field keeps out of the data, with objects that then have nothing left. */
const withoutStored = (form: FormDefinition, id: string): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined) return form;
  let next = writeAt(setRequired(form, id, false), [...field.holderPath, 'properties', field.key], undefined);
  let holder = field.holderPath;
  while (
    holder.at(-2) === 'properties' &&
    Object.keys(readAt(next, [...holder, 'properties']) as object).length === 0
  ) {
    next = writeAt(next, holder, undefined);
    holder = holder.slice(0, -2);
  }
  return next;
};

/** Keys of texts that only what goes has: a longer beginning of another element keeps its own. */
const isTextOf = (form: FormDefinition, element: Element): ((key: string) => boolean) => {
  const gone = new Set(within(element).map(({ id }) => id));
  const prefixes = places(form).flatMap(({ element: one }) =>
    'i18n' in one ? [{ i18n: one.i18n, isGone: gone.has(one.id) }] : [],
  );
  const titles = places(form).flatMap(({ element: one }) =>
    choicesOf(form, one.id).map(({ title }) => ({ title, isGone: gone.has(one.id) })),
  );
  return (key) => {
    const asChoice = titles.filter(({ title }) => title === key);
    if (asChoice.length > 0) return asChoice.every(({ isGone }) => isGone);
    const owners = prefixes.filter(({ i18n }) => key.startsWith(`${i18n}.`));
    const longest = Math.max(0, ...owners.map(({ i18n }) => i18n.length));
    return owners.length > 0 && owners.filter(({ i18n }) => i18n.length === longest).every(({ isGone }) => isGone);
  };
};

/** Takes an element off the form with its texts, what it keeps and what conditions said of it. */
export const removeElement = (form: FormDefinition, id: string): FormDefinition => {
  const place = findPlace(form, id);
  if (place === undefined || !canRemove(form, id)) return form;
  const { element } = place;
  const isText = isTextOf(form, element);
  // From the inside: a table goes after the fields of its rows.
  let next = form;
  for (const control of controlsIn(element).toReversed()) {
    next = forgetScope(next, targetOf(next, control));
    next = withoutStored(next, control.id);
  }
  return dropTexts(takeOut(next, id), isText);
};

/** A form has a page, and a repeated group has a field. */
export const canRemove = (form: FormDefinition, id: string): boolean => {
  const place = findPlace(form, id);
  if (place === undefined) return false;
  const isLast = place.siblings.length === 1;
  return !isLast || (place.parent !== null && place.parent.type !== 'Control');
};

/** Whether an element may be moved into a gap. */
export const canMove = (form: FormDefinition, id: string, gap: Gap): boolean => {
  const place = findPlace(form, id);
  if (place === undefined) return false;
  const parent = gap.parentId === null ? null : findPlace(form, gap.parentId)?.element;
  if (parent === undefined || !canHold(parent, place.element)) return false;
  return place.parent?.id === (parent?.id ?? undefined) || canRemove(form, id) || place.parent === null;
};

const parentIdOf = ({ parent }: Place): string | null => parent?.id ?? null;

const tableIdOfGap = (form: FormDefinition, { parentId }: Gap): string | undefined => {
  if (parentId === null) return undefined;
  const parent = findPlace(form, parentId)?.element;
  return parent?.type === 'Control' ? parent.id : tableAround(form, parentId)?.id;
};

/** Whether what an element keeps has to move with it: into the rows of a table, or out of them. */
const changesHolder = (form: FormDefinition, id: string, gap: Gap): boolean =>
  tableAround(form, id)?.id !== tableIdOfGap(form, gap);

/** Moves an element into a gap; into or out of the rows of a repeated group what it keeps moves too. */
export const moveElement = (form: FormDefinition, id: string, gap: Gap): FormDefinition => {
  const place = findPlace(form, id);
  if (place === undefined || !canMove(form, id, gap)) return form;
  const isSameParent = parentIdOf(place) === gap.parentId;
  const index = isSameParent && place.index < gap.index ? gap.index - 1 : gap.index;
  if (isSameParent && index === place.index) return form;
  const there = { ...gap, index };
  if (!changesHolder(form, id, gap)) return insertElement(takeOut(form, id), there, place.element);
  const fragment = extract(form, id);
  const moved = fragment && paste(removeElement(form, id), there, fragment);
  return moved?.form ?? form;
};

/** Out of a group at its end, or onto the page beside. */
const gapOutside = (form: FormDefinition, parent: Element, by: -1 | 1): Gap | undefined => {
  const above = findPlace(form, parent.id);
  if (above === undefined) return undefined;
  if (above.parent !== null) return { parentId: above.parent.id, index: by === 1 ? above.index + 1 : above.index };
  const neighbor = above.siblings[above.index + by];
  if (neighbor === undefined || !('elements' in neighbor)) return undefined;
  return { parentId: neighbor.id, index: by === 1 ? 0 : neighbor.elements.length };
};

/** The gap that an element would move to one step up (-1) or down (1): past its neighbor, into or out of a group at an end. */
export const stepGap = (form: FormDefinition, id: string, by: -1 | 1): Gap | undefined => {
  const place = findPlace(form, id);
  if (place === undefined) return undefined;
  const { parent, index, siblings } = place;
  const next = index + by;
  if (next >= 0 && next < siblings.length)
    return { parentId: parentIdOf(place), index: by === 1 ? index + 2 : index - 1 };
  return parent === null ? undefined : gapOutside(form, parent, by);
};

/** A copy of an element right behind it. */
export const duplicate = (form: FormDefinition, id: string): Added | undefined => {
  const place = findPlace(form, id);
  const fragment = extract(form, id);
  if (place === undefined || fragment === undefined) return undefined;
  return paste(form, { parentId: place.parent?.id ?? null, index: place.index + 1 }, fragment);
};
