import type {
  ActivityOptions,
  BindingOptions,
  ElementOptions,
  JobOptions,
  MultiInstanceOptions,
  TaskListenerOptions,
  UserTaskOptions,
} from './options.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlAttributes, XmlNode } from './xml-node.ts';

const container = (tag: string, children: readonly XmlNode[]): readonly XmlNode[] =>
  children.length === 0 ? [] : [xmlNode(tag, {}, children)];

const anyDefined = (attributes: XmlAttributes): boolean =>
  Object.values(attributes).some((value) => value !== undefined);

/** An extension element, unless it would say nothing. */
export const extension = (tag: string, attributes: XmlAttributes): readonly XmlNode[] =>
  anyDefined(attributes) ? [xmlNode(tag, attributes)] : [];

/** The extension elements of an element in their container, if there are any. */
export const extensionElements = (extensions: readonly XmlNode[]): readonly XmlNode[] =>
  container('bpmn:extensionElements', extensions);

export const headersExtension = (headers: Readonly<Record<string, string>> = {}): readonly XmlNode[] =>
  container(
    'zeebe:taskHeaders',
    Object.entries(headers).map(([key, value]) => xmlNode('zeebe:header', { key, value })),
  );

const mappings = (tag: string, byTarget: Readonly<Record<string, string>> = {}): readonly XmlNode[] =>
  Object.entries(byTarget).map(([target, source]) => xmlNode(tag, { source, target }));

/** Mappings, listeners and properties: what every element may carry. */
export const commonExtensions = (options: ElementOptions): readonly XmlNode[] => [
  ...container('zeebe:ioMapping', [
    ...mappings('zeebe:input', options.inputs),
    ...mappings('zeebe:output', options.outputs),
  ]),
  ...container(
    'zeebe:executionListeners',
    (options.listeners ?? []).map(({ on, type, retries, headers }) =>
      xmlNode('zeebe:executionListener', { eventType: on, type, retries }, headersExtension(headers)),
    ),
  ),
  ...container(
    'zeebe:properties',
    Object.entries(options.properties ?? {}).map(([name, value]) => xmlNode('zeebe:property', { name, value })),
  ),
];

export const jobExtensions = ({ type, retries, headers }: Partial<JobOptions>): readonly XmlNode[] =>
  type === undefined ? [] : [xmlNode('zeebe:taskDefinition', { type, retries }), ...headersExtension(headers)];

export const bindingAttributes = (binding?: BindingOptions): XmlAttributes => {
  if (binding === undefined) return {};
  return typeof binding === 'string'
    ? { bindingType: binding }
    : { bindingType: 'versionTag', versionTag: binding.versionTag };
};

const taskListeners = (listeners: readonly TaskListenerOptions[] = []): readonly XmlNode[] =>
  container(
    'zeebe:taskListeners',
    listeners.map(({ on, type, retries }) => xmlNode('zeebe:taskListener', { eventType: on, type, retries })),
  );

type FormOptions = Pick<UserTaskOptions, 'formId' | 'formKey' | 'externalReference' | 'formBinding'>;

/** The form of a user task or start event, if it names one. */
export const formExtension = ({ formId, formKey, externalReference, formBinding }: FormOptions): readonly XmlNode[] => {
  const names = { formId, formKey, externalReference };
  return anyDefined(names) ? [xmlNode('zeebe:formDefinition', { ...names, ...bindingAttributes(formBinding) })] : [];
};

export const userTaskExtensions = (options: UserTaskOptions): readonly XmlNode[] => {
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority } = options;
  return [
    ...(options.implementation === 'job' ? [] : [xmlNode('zeebe:userTask')]),
    ...formExtension(options),
    ...extension('zeebe:assignmentDefinition', { assignee, candidateGroups, candidateUsers }),
    ...extension('zeebe:taskSchedule', { dueDate, followUpDate }),
    ...extension('zeebe:priorityDefinition', { priority }),
    ...headersExtension(options.headers),
    ...taskListeners(options.taskListeners),
  ];
};

const multiInstance = (options: MultiInstanceOptions): XmlNode => {
  const { inputCollection, inputElement, outputCollection, outputElement, completionCondition, sequential } = options;
  const loop = { inputCollection, inputElement, outputCollection, outputElement };
  return xmlNode('bpmn:multiInstanceLoopCharacteristics', { isSequential: sequential }, [
    ...extensionElements(extension('zeebe:loopCharacteristics', loop)),
    ...(completionCondition === undefined ? [] : [xmlNode('bpmn:completionCondition', {}, [completionCondition])]),
  ]);
};

/** How an activity loops, if it does. */
export const loopOf = (options: ActivityOptions): readonly XmlNode[] =>
  options.multiInstance === undefined ? [] : [multiInstance(options.multiInstance)];
