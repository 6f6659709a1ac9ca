import type { ElementKind, ExecutableProcess } from '@irisflow/bpmn';
import type { Locale } from '@irisflow/client';
import type { NameOf } from '@irisflow/soundness';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { kindLabel } from '../process/modeler/describe-element.ts';

/** An element as far as people call it something. */
export interface DrawnElement {
  /** As in `bpmn:UserTask`. */
  readonly type: string;
  readonly name: string | null;
}

/** The elements of a file by their ids. */
export type DrawnElements = ReadonlyMap<string, DrawnElement>;

/** A task of no kind in particular is the only one that the language calls otherwise. */
const typeOf = (kind: ElementKind): string =>
  `bpmn:${kind === 'undefinedTask' ? 'Task' : kind.charAt(0).toUpperCase() + kind.slice(1)}`;

export const drawnElements = (processes: readonly ExecutableProcess[]): DrawnElements =>
  new Map(
    processes
      .flatMap(({ elements }) => elements)
      .map(({ id, kind, name }) => [id, { type: typeOf(kind), name: name?.replaceAll(/\s+/g, ' ').trim() ?? null }]),
  );

/** What people call an element: its name; without one its kind, with the id that tells it from others of that kind. */
export const elementWords = (elements: DrawnElements, locale: Locale): NameOf => {
  const translate = createTranslate(locale);
  return (id) => {
    const element = elements.get(id);
    if (element === undefined) return id;
    const { type, name } = element;
    return name === null || name === '' ? `${translate(kindLabel(type))} (${id})` : name;
  };
};
