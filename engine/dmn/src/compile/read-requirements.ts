import type { FeelType } from '@irisflow/feel';

import { elementOf, elementsOf, textOf, versionTagOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type {
  BusinessKnowledgeModel,
  Decision,
  DecisionRequirements,
  DecisionService,
  InputValue,
} from '../requirements.ts';
import { readFunction, readLogic } from './read-logic.ts';
import { typeOfElement } from './read-types.ts';
import { report, requiredId, requiredName } from './reading.ts';
import type { Reading } from './reading.ts';

const ofType = (definitions: ModdleElement, type: string): readonly ModdleElement[] =>
  elementsOf(definitions, 'drgElement').filter(({ $type }) => $type === type);

const nameOfVariable = (element: ModdleElement): string => {
  const variable = elementOf(element, 'variable');
  return (variable === null ? '' : textOf(variable, 'name')) || textOf(element, 'name');
};

const typeOfVariable = (reading: Reading, element: ModdleElement): FeelType =>
  typeOfElement(reading, elementOf(element, 'variable'));

/** Types of all elements of the file that a requirement may point at, by id. */
type Targets = ReadonlyMap<string, string>;

/** What each kind of reference may point at. */
const typesOfTarget = {
  decision: ['dmn:Decision'],
  input: ['dmn:InputData'],
  knowledge: ['dmn:BusinessKnowledgeModel', 'dmn:DecisionService'],
} as const;

interface Links {
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

const resolve = (
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
    const message = `Expected the reference to point at a ${types.join(' or ')} of this file, but "${href}" is none.`;
    report(reading, element, { code: 'DMN_REFERENCE_UNRESOLVED', message });
    return [];
  });

interface Requirement {
  readonly requirement: 'informationRequirement' | 'knowledgeRequirement';
  readonly property: 'requiredDecision' | 'requiredInput' | 'requiredKnowledge';
  readonly target: keyof typeof typesOfTarget;
}

const requirementsOf = (
  links: Links,
  element: ModdleElement,
  { requirement, property, target }: Requirement,
): string[] => {
  const references = elementsOf(element, requirement)
    .map((each) => elementOf(each, property))
    .filter((reference) => reference !== null);
  return resolve(links, element, references, target);
};

const requiredDecisions: Requirement = {
  requirement: 'informationRequirement',
  property: 'requiredDecision',
  target: 'decision',
};

const requiredInputs: Requirement = {
  requirement: 'informationRequirement',
  property: 'requiredInput',
  target: 'input',
};

const requiredKnowledge: Requirement = {
  requirement: 'knowledgeRequirement',
  property: 'requiredKnowledge',
  target: 'knowledge',
};

const readDecision = (links: Links, element: ModdleElement): Decision => ({
  id: requiredId(links.reading, element),
  name: requiredName(links.reading, element),
  versionTag: versionTagOf(element),
  variable: nameOfVariable(element),
  type: typeOfVariable(links.reading, element),
  logic: readLogic(links.reading, element),
  requiredDecisions: requirementsOf(links, element, requiredDecisions),
  requiredInputs: requirementsOf(links, element, requiredInputs),
  requiredKnowledge: requirementsOf(links, element, requiredKnowledge),
});

const readKnowledge = (links: Links, element: ModdleElement): BusinessKnowledgeModel => ({
  id: requiredId(links.reading, element),
  name: requiredName(links.reading, element),
  variable: nameOfVariable(element),
  logic: readFunction(links.reading, element),
  requiredKnowledge: requirementsOf(links, element, requiredKnowledge),
});

const readService = (links: Links, element: ModdleElement): DecisionService => ({
  id: requiredId(links.reading, element),
  name: requiredName(links.reading, element),
  variable: nameOfVariable(element),
  type: typeOfVariable(links.reading, element),
  inputs: resolve(links, element, elementsOf(element, 'inputData'), 'input'),
  inputDecisions: resolve(links, element, elementsOf(element, 'inputDecision'), 'decision'),
  outputDecisions: resolve(links, element, elementsOf(element, 'outputDecision'), 'decision'),
});

const readInput = ({ reading }: Links, element: ModdleElement): InputValue => {
  const variable = elementOf(element, 'variable');
  return {
    id: requiredId(reading, element),
    name: requiredName(reading, element),
    variable: nameOfVariable(element),
    typeRef: (variable === null ? '' : textOf(variable, 'typeRef')) || null,
    type: typeOfVariable(reading, element),
  };
};

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/** All names in an element and the elements it contains: variables, parameters, components, columns. */
const namesIn = (element: ModdleElement): string[] => [
  textOf(element, 'name'),
  textOf(element, 'iteratorVariable'),
  ...Object.values(element).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter(isElement).flatMap(namesIn),
  ),
];

/** Names the grammar knows by itself, and names that would hide the path they look like, such as `Person.Name`. */
const leftToGrammar = /^$|[\p{L}_]\.[\p{L}_]|^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Names of the file that consist of more than one plain word. */
export const namesOf = (definitions: ModdleElement): string[] => {
  const names = [...elementsOf(definitions, 'drgElement'), ...elementsOf(definitions, 'itemDefinition')].flatMap(
    namesIn,
  );
  return [...new Set(names)].filter((name) => !leftToGrammar.test(name));
};

/** Reads a whole file; what is wrong is reported. */
export const readRequirements = (reading: Reading, definitions: ModdleElement): DecisionRequirements => {
  const targets = new Map(
    elementsOf(definitions, 'drgElement').map((element) => [textOf(element, 'id'), element.$type] as const),
  );
  const links = { reading, targets, namespace: textOf(definitions, 'namespace') };
  for (const element of elementsOf(definitions, 'import')) {
    const found = textOf(element, 'name') || textOf(element, 'namespace');
    const message = `Expected everything a decision needs in one file, but it imports "${found}".`;
    report(reading, element, { code: 'DMN_IMPORT', message });
  }
  const decisions = ofType(definitions, 'dmn:Decision');
  if (decisions.length === 0) {
    report(reading, definitions, {
      code: 'DMN_NO_DECISION',
      message: 'Expected at least one decision, but the file has none.',
    });
  }
  return {
    id: requiredId(reading, definitions),
    name: requiredName(reading, definitions),
    namespace: textOf(definitions, 'namespace'),
    versionTag: versionTagOf(definitions),
    decisions: decisions.map((element) => readDecision(links, element)),
    inputs: ofType(definitions, 'dmn:InputData').map((element) => readInput(links, element)),
    knowledge: ofType(definitions, 'dmn:BusinessKnowledgeModel').map((element) => readKnowledge(links, element)),
    services: ofType(definitions, 'dmn:DecisionService').map((element) => readService(links, element)),
  };
};
