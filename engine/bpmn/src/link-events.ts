import type { ElementIndex, ExecutableElement, ExecutableProcess } from './graph.ts';

/** The name of the link event on either side; null for anything else. */
export const linkNameOf = (element: ExecutableElement): string | null =>
  'event' in element && element.event.kind === 'link' ? element.event.name : null;

const placeOf = (element: ExecutableElement, name: string): string => `${String(element.scope)} ${name}`;

/** Where a link throw event continues: the catch event of the same name in the same scope; null when there is none. */
export const linkTargets = (process: ExecutableProcess): ((thrower: ExecutableElement) => ElementIndex | null) => {
  const targets = new Map<string, ElementIndex>();
  for (const element of process.elements) {
    const name = linkNameOf(element);
    if (name !== null && element.kind === 'intermediateCatchEvent') targets.set(placeOf(element, name), element.index);
  }
  return (thrower) => {
    const name = linkNameOf(thrower);
    return name === null ? null : (targets.get(placeOf(thrower, name)) ?? null);
  };
};
