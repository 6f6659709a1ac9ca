import {
  escapeXmlValue,
  editXml,
  elementsWithin,
  type XmlAttribute,
  type XmlEdit,
  type XmlElement,
} from '@irisflow/xml';
import { xmlTreeOf } from '../parsed-files.ts';
import { chosenIdText, constantText, qualifiedNameText } from './qualified-expression.ts';
import { beginningName, isBeginning } from './qualified-name.ts';
import { caseHandle } from './reserved-variable.ts';

/** What the names of a file become. */
export interface Qualification {
  readonly administration: string;
  readonly procedure: string;
  /** Every process of the folder to the id it is deployed under. */
  readonly processes: ReadonlyMap<string, string>;
  /** Those of them that may be called. */
  readonly calledProcesses: ReadonlyMap<string, string>;
  /** Decisions and decision services. */
  readonly decisions: ReadonlyMap<string, string>;
  /** What the DMN files themselves are called. */
  readonly requirements: ReadonlyMap<string, string>;
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
/** Namespace of what Zeebe adds to BPMN. */
export const zeebe = 'http://camunda.org/schema/zeebe/1.0';

/** The attributes of a name that belong to the element itself; readers accept them with its prefix as well. */
const attributesOf = ({ attributes, uri }: XmlElement, ...names: readonly string[]): XmlAttribute[] =>
  attributes.filter((attribute) => names.includes(attribute.name) && ['', uri].includes(attribute.uri));

const valueEdit = ({ valueStart, valueEnd }: XmlAttribute, value: string): XmlEdit => ({
  start: valueStart,
  end: valueEnd,
  text: escapeXmlValue(value),
});

const rewrite = (attributes: readonly XmlAttribute[], next: (value: string) => string | null): XmlEdit[] =>
  attributes.flatMap((attribute) => {
    const value = next(attribute.value);
    return value === null ? [] : [valueEdit(attribute, value)];
  });

/** Ids carry the version, so that the engine's own ways to choose one have nothing left to choose. */
const unbind = (element: XmlElement): XmlEdit[] => [
  ...rewrite(attributesOf(element, 'bindingType'), () => 'latest'),
  ...attributesOf(element, 'versionTag').map(({ start, valueEnd }) => ({ start, end: valueEnd + 1, text: '' })),
];

const isZeebe = (name: string) => (element: XmlElement) => element.uri === zeebe && element.name === name;

const tag = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);

/** Hands the sealed handle of the case to the called process, whatever else the call passes on. */
const handOver = (extensions: XmlElement, prefix: string): XmlEdit[] => {
  const input = `<${tag(prefix, 'input')} source="=${caseHandle}" target="${caseHandle}" />`;
  const mapping = extensions.children.find(isZeebe('ioMapping'));
  if (mapping === undefined) {
    const at = extensions.closeStart ?? extensions.openEnd;
    const name = tag(prefix, 'ioMapping');
    return [{ start: at, end: at, text: `<${name}>${input}</${name}>` }];
  }
  if (mapping.closeStart !== null) return [{ start: mapping.openEnd, end: mapping.openEnd, text: input }];
  const name = tag(mapping.prefix, mapping.name);
  return [{ start: mapping.openEnd - '/>'.length, end: mapping.openEnd, text: `>${input}</${name}>` }];
};

const extensionEdits = (element: XmlElement, { calledProcesses, decisions }: Qualification): XmlEdit[] => {
  if (isZeebe('calledElement')(element))
    return [
      ...rewrite(attributesOf(element, 'processId'), (value) => chosenIdText(calledProcesses, value)),
      ...unbind(element),
    ];
  if (isZeebe('calledDecision')(element))
    return [
      ...rewrite(attributesOf(element, 'decisionId'), (value) => chosenIdText(decisions, value)),
      ...unbind(element),
    ];
  return [];
};

const callEdits = (element: XmlElement): XmlEdit[] =>
  element.children
    .filter(({ uri, name }) => uri === bpmn && name === 'extensionElements')
    .flatMap((extensions) =>
      extensions.children
        .filter(isZeebe('calledElement'))
        .slice(0, 1)
        .flatMap(({ prefix }) => handOver(extensions, prefix)),
    );

/** What may point at a process: pools, diagrams, message flows and associations. */
const references = ['processRef', 'bpmnElement', 'sourceRef', 'targetRef'];

const nameText = ({ administration }: Qualification, value: string): string | null =>
  value.trim() === '' ? null : qualifiedNameText(administration, value);

const messageText = (qualification: Qualification, value: string): string | null => {
  const name = constantText(value);
  return name !== null && isBeginning(name) ? beginningName(qualification, name) : nameText(qualification, value);
};

const elementEdits = (element: XmlElement, qualification: Qualification): XmlEdit[] => {
  const { processes } = qualification;
  const own = rewrite(attributesOf(element, ...references), (value) => processes.get(value) ?? null);
  if (element.uri !== bpmn) return [...own, ...extensionEdits(element, qualification)];
  switch (element.name) {
    case 'process':
      return [...own, ...rewrite(attributesOf(element, 'id'), (value) => processes.get(value) ?? null)];
    case 'message':
      return rewrite(attributesOf(element, 'name'), (value) => messageText(qualification, value));
    case 'signal':
      return rewrite(attributesOf(element, 'name'), (value) => nameText(qualification, value));
    case 'callActivity':
      return [...own, ...callEdits(element)];
    default:
      return own;
  }
};

/** A BPMN file in which every name that the engine matches is qualified; all else is as it was, to the byte. */
export const qualifyProcessFile = (content: string, qualification: Qualification): string => {
  const tree = xmlTreeOf(content);
  if (tree === null) return content;
  return editXml(
    tree.text,
    elementsWithin(tree.root).flatMap((element) => elementEdits(element, qualification)),
  );
};
