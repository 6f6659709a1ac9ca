import { parseDmn } from '@irisflow/dmn';
import type { DecisionRequirements } from '@irisflow/dmn';

/** A model as far as it deploys: what is refused is taken out, so that one wrong decision does not hide the others. */
export interface Model {
  /** Null when nothing is left. */
  readonly requirements: DecisionRequirements | null;
  /** Reasons by the name of the decision they concern; the empty name stands for the whole file. */
  readonly refusals: ReadonlyMap<string, string>;
}

const elementPattern = /<((?:\w+:)?(?:decision|businessKnowledgeModel))\s([^>]*)>[\s\S]*?<\/\1>/g;

const tagPattern =
  /<((?:\w+:)?(?:definitions|decision|inputData|businessKnowledgeModel|decisionService))\s([^>]*?)(\/?)>/g;

const attributeOf = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** A few models leave ids out; what is deployed has one, and here it is made of the name. */
const withIds = (xml: string): string =>
  xml.replace(tagPattern, (tag, kind: string, attributes: string, end: string) => {
    if (/\bid="|\bhref="/.test(attributes)) return tag;
    const id = attributeOf(attributes, 'name').replace(/\W/g, '_');
    return `<${kind} id="kit_${id}" ${attributes}${end}>`;
  });

/** Takes out the elements that contain one of the ids. */
const without = (xml: string, ids: ReadonlySet<string>, taken: (name: string, id: string) => void): string =>
  xml.replace(elementPattern, (element, _, attributes: string) => {
    const inside = [...element.matchAll(/\bid="([^"]*)"/g)].map(([, id = '']) => id);
    const found = inside.find((id) => ids.has(id));
    if (found === undefined) return element;
    taken(attributeOf(attributes, 'name'), found);
    return '';
  });

const MAX_ROUNDS = 20;

/** Compiles a model with the files beside it, taking out what is wrong until the rest is right. */
export const compileModel = (source: string, others: readonly string[]): Model => {
  const refusals = new Map<string, string>();
  const files = others.map(withIds);
  let xml = withIds(source);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const parsed = parseDmn(xml, { files });
    if (parsed.ok) return { requirements: parsed.requirements, refusals };
    if (parsed.problems.some(({ code }) => code === 'DMN_NO_DECISION')) break;
    const messages = new Map(parsed.problems.map(({ elementId, message }) => [elementId ?? '', message]));
    const before = xml;
    xml = without(xml, new Set(messages.keys()), (name, id) => refusals.set(name, messages.get(id) ?? ''));
    if (xml === before) return { requirements: null, refusals: new Map([['', parsed.problems[0]?.message ?? '']]) };
  }
  return { requirements: null, refusals };
};
