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
import { requiredDecisions, requiredInputs, requiredKnowledge, requirementsOf, resolveLinks } from './links.ts';
import type { Links } from './links.ts';
import { nothing, readFunction, readLogic } from './read-logic.ts';
import { typeOfElement } from './read-types.ts';
import { requiredId, requiredName } from './reading.ts';
import type { Reading } from './reading.ts';

const ofType = (definitions: ModdleElement, type: string): readonly ModdleElement[] =>
  elementsOf(definitions, 'drgElement').filter(({ $type }) => $type === type);

const nameOfVariable = (element: ModdleElement): string => {
  const variable = elementOf(element, 'variable');
  return (variable === null ? '' : textOf(variable, 'name')) || textOf(element, 'name');
};

const typeOfVariable = (reading: Reading, element: ModdleElement): FeelType =>
  typeOfElement(reading, elementOf(element, 'variable'));

/** Whether a decision has no logic because whoever calls a service decides it. */
const isGiven = ({ given }: Links, decision: ModdleElement): boolean =>
  elementOf(decision, 'decisionLogic') === null && given.has(textOf(decision, 'id'));

const readDecision = (links: Links, element: ModdleElement): Decision => ({
  id: requiredId(links.reading, element),
  name: requiredName(links.reading, element),
  versionTag: versionTagOf(element),
  variable: nameOfVariable(element),
  type: typeOfVariable(links.reading, element),
  logic: isGiven(links, element) ? nothing : readLogic(links.reading, element),
  requiredDecisions: requirementsOf(links, element, requiredDecisions),
  requiredInputs: requirementsOf(links, element, requiredInputs),
  requiredKnowledge: requirementsOf(links, element, requiredKnowledge),
});

/** A model without logic is only drawn, to say that somebody knows: there is nothing to call. */
const readKnowledge = (links: Links, element: ModdleElement): BusinessKnowledgeModel[] => {
  const logic = readFunction(links.reading, element);
  if (logic === null) return [];
  return [
    {
      id: requiredId(links.reading, element),
      name: requiredName(links.reading, element),
      variable: nameOfVariable(element),
      logic,
      requiredKnowledge: requirementsOf(links, element, requiredKnowledge),
    },
  ];
};

const readService = (links: Links, element: ModdleElement): DecisionService => ({
  id: requiredId(links.reading, element),
  name: requiredName(links.reading, element),
  variable: nameOfVariable(element),
  type: typeOfVariable(links.reading, element),
  inputs: resolveLinks(links, element, elementsOf(element, 'inputData'), 'input'),
  inputDecisions: resolveLinks(links, element, elementsOf(element, 'inputDecision'), 'decision'),
  outputDecisions: resolveLinks(links, element, elementsOf(element, 'outputDecision'), 'decision'),
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

/** Reads a whole file; what is wrong is reported. */
export const readRequirements = (reading: Reading, definitions: ModdleElement): DecisionRequirements => {
  const targets = new Map(
    elementsOf(definitions, 'drgElement').map((element) => [textOf(element, 'id'), element.$type] as const),
  );
  const namespace = textOf(definitions, 'namespace');
  const given = new Set(
    ofType(definitions, 'dmn:DecisionService')
      .flatMap((service) => elementsOf(service, 'inputDecision'))
      .map((reference) => textOf(reference, 'href').split('#').at(-1) ?? ''),
  );
  const links = { reading, targets, namespace, given };
  const decisions = ofType(definitions, 'dmn:Decision');
  return {
    id: requiredId(reading, definitions),
    name: requiredName(reading, definitions),
    namespace,
    imports: reading.imports.map(({ name, requirements }) => ({ name, requirements })),
    versionTag: versionTagOf(definitions),
    decisions: decisions.map((element) => readDecision(links, element)),
    inputs: ofType(definitions, 'dmn:InputData').map((element) => readInput(links, element)),
    knowledge: ofType(definitions, 'dmn:BusinessKnowledgeModel').flatMap((element) => readKnowledge(links, element)),
    services: ofType(definitions, 'dmn:DecisionService').map((element) => readService(links, element)),
  };
};
