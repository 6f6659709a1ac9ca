import { elementOf, elementsOf, textOf, versionTagOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { BusinessKnowledgeModel, Decision, DecisionRequirements, InputValue } from '../requirements.ts';
import { readFunction, readLogic } from './read-logic.ts';
import { report, requiredId, requiredName } from './reading.ts';
import type { Reading } from './reading.ts';

const ofType = (definitions: ModdleElement, type: string): readonly ModdleElement[] =>
  elementsOf(definitions, 'drgElement').filter(({ $type }) => $type === type);

const variableOf = (element: ModdleElement): { name: string; typeRef: string | null } => {
  const variable = elementOf(element, 'variable');
  const name = variable === null ? '' : textOf(variable, 'name');
  return {
    name: name || textOf(element, 'name'),
    typeRef: (variable === null ? '' : textOf(variable, 'typeRef')) || null,
  };
};

/** Types of all elements of the file that a requirement may point at, by id. */
type Targets = ReadonlyMap<string, string>;

/** What each requirement may point at; a decision service, for one, is no function here. */
const typeOfTarget = {
  requiredDecision: 'dmn:Decision',
  requiredInput: 'dmn:InputData',
  requiredKnowledge: 'dmn:BusinessKnowledgeModel',
} as const;

interface Link {
  readonly requirement: 'informationRequirement' | 'knowledgeRequirement';
  readonly target: 'requiredDecision' | 'requiredInput' | 'requiredKnowledge';
}

const readLinks = (reading: Reading, element: ModdleElement, targets: Targets, link: Link): string[] => {
  const ids = elementsOf(element, link.requirement)
    .map((requirement) => elementOf(requirement, link.target))
    .filter((reference) => reference !== null)
    .map((reference) => textOf(reference, 'href'));
  return ids.flatMap((href) => {
    const id = href.startsWith('#') ? href.slice(1) : '';
    if (targets.get(id) === typeOfTarget[link.target]) return [id];
    const message = `Expected the requirement to point at a ${typeOfTarget[link.target]} of this file, but "${href}" is none.`;
    report(reading, element, { code: 'DMN_REFERENCE_UNRESOLVED', message });
    return [];
  });
};

const readDecision = (reading: Reading, element: ModdleElement, targets: Targets): Decision => ({
  id: requiredId(reading, element),
  name: requiredName(reading, element),
  versionTag: versionTagOf(element),
  variable: variableOf(element).name,
  logic: readLogic(reading, element),
  requiredDecisions: readLinks(reading, element, targets, {
    requirement: 'informationRequirement',
    target: 'requiredDecision',
  }),
  requiredInputs: readLinks(reading, element, targets, {
    requirement: 'informationRequirement',
    target: 'requiredInput',
  }),
  requiredKnowledge: readLinks(reading, element, targets, {
    requirement: 'knowledgeRequirement',
    target: 'requiredKnowledge',
  }),
});

const readKnowledge = (reading: Reading, element: ModdleElement, targets: Targets): BusinessKnowledgeModel => ({
  id: requiredId(reading, element),
  name: requiredName(reading, element),
  variable: variableOf(element).name,
  logic: readFunction(reading, element),
  requiredKnowledge: readLinks(reading, element, targets, {
    requirement: 'knowledgeRequirement',
    target: 'requiredKnowledge',
  }),
});

const readInput = (reading: Reading, element: ModdleElement): InputValue => {
  const { name, typeRef } = variableOf(element);
  return { id: requiredId(reading, element), name: requiredName(reading, element), variable: name, typeRef };
};

/** Names of the file that consist of more than one plain word. */
export const namesOf = (definitions: ModdleElement): string[] => {
  const names = elementsOf(definitions, 'drgElement').flatMap((element) => [
    textOf(element, 'name'),
    variableOf(element).name,
  ]);
  return [...new Set(names)].filter((name) => name !== '' && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
};

/** Reads a whole file; what is wrong is reported. */
export const readRequirements = (reading: Reading, definitions: ModdleElement): DecisionRequirements => {
  const targets = new Map(
    elementsOf(definitions, 'drgElement').map((element) => [textOf(element, 'id'), element.$type] as const),
  );
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
    decisions: decisions.map((element) => readDecision(reading, element, targets)),
    inputs: ofType(definitions, 'dmn:InputData').map((element) => readInput(reading, element)),
    knowledge: ofType(definitions, 'dmn:BusinessKnowledgeModel').map((element) =>
      readKnowledge(reading, element, targets),
    ),
  };
};
