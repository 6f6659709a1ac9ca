import { extensionsOf, textOf as writtenText } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

export { elementOf, elementsOf, nearestId } from '@irisflow/xml';
export type { ModdleElement } from '@irisflow/xml';

/** Text of an attribute or a text element, trimmed; empty when it is absent. */
export const textOf = (element: ModdleElement, property: string): string =>
  writtenText(element, property)?.trim() ?? '';

/** Value of a `zeebe:versionTag` extension; null when there is none. */
export const versionTagOf = (element: ModdleElement): string | null => {
  const found = extensionsOf(element).find(({ $type }) => $type.toLowerCase() === 'zeebe:versiontag');
  return found === undefined ? null : textOf(found, 'value') || null;
};
