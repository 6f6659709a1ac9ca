import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { DecisionRequirements, Named } from '../requirements.ts';
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

/** Elements of an imported file, by what a reference may want of them. */
const importedIds: {
  readonly [Target in keyof typeof typesOfTarget]: (requirements: DecisionRequirements) => readonly Named[];
} = {
  decision: ({ decisions }) => decisions,
  input: ({ inputs }) => inputs,
  knowledge: ({ knowledge, services }) => [...knowledge, ...services],
};

/** What is known about the references of a file. */
export interface Links {
  readonly reading: Reading;
  readonly targets: Targets;
  /** Namespace of the file. */
  readonly namespace: string;
  /** Decisions that a service takes from its caller, who may give them without the file knowing how to decide. */
  readonly given: ReadonlySet<string>;
}

/** Id a reference names, when it names an element of this file: `#id` or `namespace#id`. */
const idOf = (href: string, namespace: string): string => {
  const hash = href.indexOf('#');
  return hash === 0 || (hash > 0 && href.slice(0, hash) === namespace) ? href.slice(hash + 1) : '';
};

const isImported = ({ imports }: Reading, href: string, target: keyof typeof typesOfTarget): boolean => {
  const [namespace, id] = [href.slice(0, href.lastIndexOf('#')), href.slice(href.lastIndexOf('#') + 1)];
  const model = imports.find(({ requirements }) => requirements.namespace === namespace);
  return model !== undefined && importedIds[target](model.requirements).some((each) => each.id === id);
};

/** Ids of the elements that references point at, with the namespace of another file; one that leads elsewhere is reported. */
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
    if (isImported(reading, href, target)) return [href];
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
