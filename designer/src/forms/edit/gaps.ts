import type { FormDefinition } from '@irisflow/forms';
import { canHold, childrenOf, findPlace, isContainer, places, type Element, type Gap } from './tree.ts';

/** Where something new goes by itself: into what is chosen where that has room, else behind it, else at the end of the last page. */
export const nextGap = (form: FormDefinition, selectedId: string | null): Gap => {
  const place = selectedId === null ? undefined : findPlace(form, selectedId);
  const lastPage = form.uischema.elements.at(-1);
  if (place === undefined) return { parentId: lastPage?.id ?? null, index: lastPage?.elements.length ?? 0 };
  const { element, parent, index } = place;
  if (isContainer(element)) return { parentId: element.id, index: childrenOf(element).length };
  return { parentId: parent?.id ?? null, index: index + 1 };
};

/** Containers that an element may be moved to, in reading order. */
export const roomsFor = (form: FormDefinition, element: Element): readonly Element[] =>
  places(form)
    .map((place) => place.element)
    .filter((container) => isContainer(container) && canHold(container, element));

/** The gap before, behind or at the end of an element, as a drop in a tree has it. */
export const gapOfDrop = (
  form: FormDefinition,
  { id, position }: { id: string; position: 'before' | 'after' | 'on' },
): Gap | undefined => {
  const place = findPlace(form, id);
  if (place === undefined) return undefined;
  if (position === 'on') return { parentId: id, index: childrenOf(place.element).length };
  return { parentId: place.parent?.id ?? null, index: position === 'before' ? place.index : place.index + 1 };
};
