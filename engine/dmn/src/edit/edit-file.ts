import type { XmlEdit, XmlElement } from '@irisflow/xml';
import { decisionsIn, logicIn } from './editable-file.ts';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  edited,
  elementText,
  endOf,
  idMaker,
  indentOf,
  readSource,
  removal,
  tagLike,
  type DmnSource,
} from './xml-places.ts';

const requirementOf = (decision: XmlElement, id: string): XmlElement | undefined =>
  childrenNamed(decision, 'informationRequirement').find(({ children }) =>
    children.some((target) => attributeOf(target, 'href') === `#${id}`),
  );

/** Says that a decision takes the answer of another one of the file, or no longer. */
export const requirementEdits = (
  source: DmnSource,
  decision: XmlElement,
  { id, isRequired }: { readonly id: string; readonly isRequired: boolean },
): XmlEdit[] => {
  const found = requirementOf(decision, id);
  if (!isRequired) return found === undefined ? [] : [removal(source, found)];
  const next = logicIn(decision);
  if (found !== undefined || next === undefined) return [];
  const before = indentOf(source, next);
  const ownId = idMaker(source)(`${attributeOf(decision, 'id')}_needs_${id}`);
  const text = elementText(
    {
      tag: tagLike(decision, 'informationRequirement'),
      attributes: [['id', ownId]],
      children: [{ tag: tagLike(decision, 'requiredDecision'), attributes: [['href', `#${id}`]], children: [] }],
    },
    before,
  );
  const at = next.start - before.length;
  return [{ start: at, end: at, text }];
};

/** Where other tools draw a new decision: below those that are drawn already. */
const shapeEdits = (source: DmnSource, id: string, newId: (wanted: string) => string): XmlEdit[] => {
  const diagram = childNamed(childNamed(source.root, 'DMNDI'), 'DMNDiagram');
  const last = diagram?.children.findLast(({ name }) => name === 'DMNShape');
  const bounds = childNamed(last, 'Bounds');
  if (last === undefined || bounds === undefined) return [];
  const y = Number(attributeOf(bounds, 'y')) + Number(attributeOf(bounds, 'height')) + 60;
  const at = endOf(source, last);
  const text = elementText(
    {
      tag: tagLike(last, 'DMNShape'),
      attributes: [
        ['id', newId(`${id}_shape`)],
        ['dmnElementRef', id],
      ],
      children: [
        {
          tag: tagLike(bounds, 'Bounds'),
          attributes: [
            ['height', '80'],
            ['width', '180'],
            ['x', attributeOf(bounds, 'x')],
            ['y', `${y}`],
          ],
          children: [],
        },
      ],
    },
    indentOf(source, last),
  );
  return [{ start: at, end: at, text }];
};

/** Adds a table of one result behind the last decision; answers the file and the id of the new one. */
export const addDecision = (xml: string, name: string): { readonly xml: string; readonly id: string | null } => {
  const source = readSource(xml);
  const last = source === null ? undefined : decisionsIn(source).at(-1);
  if (source === null || last === undefined) return { xml, id: null };
  const newId = idMaker(source);
  const id = newId('decision');
  const tag = (local: string): string => tagLike(last, local);
  const text = elementText(
    {
      tag: tag('decision'),
      attributes: [
        ['id', id],
        ['name', name],
      ],
      children: [
        {
          tag: tag('variable'),
          attributes: [
            ['id', newId(`${id}_variable`)],
            ['name', id],
          ],
          children: [],
        },
        {
          tag: tag('decisionTable'),
          attributes: [
            ['id', newId(`${id}_table`)],
            ['hitPolicy', 'UNIQUE'],
          ],
          children: [
            {
              tag: tag('output'),
              attributes: [
                ['id', newId(`${id}_table_output`)],
                ['name', 'result'],
                ['typeRef', 'string'],
              ],
              children: [],
            },
          ],
        },
      ],
    },
    indentOf(source, last),
  );
  const at = endOf(source, last);
  return { xml: edited(source, [{ start: at, end: at, text }, ...shapeEdits(source, id, newId)]), id };
};
