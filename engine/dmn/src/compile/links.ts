import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import { report } from './reading.ts';
import type { Reading } from './reading.ts';

/** Types of all elements of the file that a requirement may point at, by id. */
type Targets = ReadonlyMap<string, string>;

/** What each kind of reference may point at. */
const typesOfTarget = {
  decision: ['dmn:Decision'],
  input: ['dmn:InputData'],
  knowledge: ['dmn:BusinessKnowledgeModel', 'dmn:DecisionService'],
} as const;

/** What is known about the references of a file. */
export interface Links {
  readonly reading: Reading;
  readonly targets: Targets;
  /** Namespace of the file. */
  readonly namespace: string;
}

/** Id a reference names, when it names an element of this file: `#id` or `namespace#id`. */
const idOf = (href: string, namespace: string): string => {
  const hash = href.indexOf('#');
  return hash === 0 || (hash > 0 && href.slice(0, hash) === namespace) ? href.slice(hash + 1) : '';
};

/** Ids of the elements that references point at; one that leads elsewhere is reported. */
export const resolveLinks = (
  { reading, targets, namespace }: Links,
  element: ModdleElement,
  references: readonly ModdleElement[],
  target: keyof typeof typesOfTarget,
): string[] =>
  references.flatMap((reference) => {
    const href = textOf(reference, 'href');
    const id = idOf(href, namespace);
    const types: readonly (string | undefined)[] = typesOfTarget[target];
    if (types.includes(targets.get(id))) return [id];
    const params = { reference: href, expected: types.join(' / ') };
    report(reading, element, { code: 'DMN_REFERENCE_UNRESOLVED', params });
    return [];
  });

interface Requirement {
  readonly requirement: 'informationRequirement' | 'knowledgeRequirement';
  readonly property: 'requiredDecision' | 'requiredInput' | 'requiredKnowledge';
  readonly target: keyof typeof typesOfTarget;
}

/** Ids of what an element requires. */
export const requirementsOf = (
  links: Links,
  element: ModdleElement,
  { requirement, property, target }: Requirement,
): string[] => {
  const references = elementsOf(element, requirement)
    .map((each) => elementOf(each, property))
    .filter((reference) => reference !== null);
  return resolveLinks(links, element, references, target);
};

/** The decisions an element requires. */
export const requiredDecisions: Requirement = {
  requirement: 'informationRequirement',
  property: 'requiredDecision',
  target: 'decision',
};

/** The input data an element requires. */
export const requiredInputs: Requirement = {
  requirement: 'informationRequirement',
  property: 'requiredInput',
  target: 'input',
};

/** The functions an element requires. */
export const requiredKnowledge: Requirement = {
  requirement: 'knowledgeRequirement',
  property: 'requiredKnowledge',
  target: 'knowledge',
};
