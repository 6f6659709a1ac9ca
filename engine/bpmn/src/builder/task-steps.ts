import type { Cursor } from './cursor.ts';
import { append } from './cursor.ts';
import {
  bindingAttributes,
  commonExtensions,
  extensionElements,
  jobExtensions,
  loopOf,
  userTaskExtensions,
} from './extensions.ts';
import { messageId } from './model-draft.ts';
import type { ActivityOptions, BusinessRuleTaskOptions, JobOptions, ScriptTaskOptions } from './options.ts';
import type { ProcessPath } from './process-path.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlAttributes, XmlNode } from './xml-node.ts';

interface TaskParts {
  readonly id: string;
  readonly options: ActivityOptions;
  readonly extensions?: readonly XmlNode[];
  readonly attributes?: XmlAttributes;
}

const taskXml = (tag: string, { id, options, extensions = [], attributes }: TaskParts): XmlNode =>
  xmlNode(`bpmn:${tag}`, { id, name: options.name, ...attributes }, [
    ...extensionElements([...extensions, ...commonExtensions(options)]),
    ...loopOf(options),
  ]);

const scriptExtensions = (options: ScriptTaskOptions): readonly XmlNode[] => {
  if ('type' in options) return jobExtensions(options);
  const { expression, resultVariable } = options;
  return [xmlNode('zeebe:script', { expression, resultVariable })];
};

const decisionExtensions = (options: BusinessRuleTaskOptions): readonly XmlNode[] => {
  if ('type' in options) return jobExtensions(options);
  const { decisionId, resultVariable, binding } = options;
  return [xmlNode('zeebe:calledDecision', { decisionId, resultVariable, ...bindingAttributes(binding) })];
};

type TaskStep =
  | 'serviceTask'
  | 'sendTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'userTask'
  | 'receiveTask'
  | 'manualTask'
  | 'task'
  | 'callActivity';

export const taskSteps = (cursor: Cursor, path: ProcessPath): Pick<ProcessPath, TaskStep> => {
  const add = (tag: string, parts: TaskParts): ProcessPath => {
    append(cursor, taskXml(tag, parts));
    return path;
  };
  const addJob = (tag: string, id: string, options: ActivityOptions & JobOptions): ProcessPath =>
    add(tag, { id, options, extensions: jobExtensions(options) });
  return {
    serviceTask: (id, options) => addJob('serviceTask', id, options),
    sendTask: (id, options) => addJob('sendTask', id, options),
    scriptTask: (id, options) => add('scriptTask', { id, options, extensions: scriptExtensions(options) }),
    businessRuleTask: (id, options) =>
      add('businessRuleTask', { id, options, extensions: decisionExtensions(options) }),
    userTask: (id, options = {}) => add('userTask', { id, options, extensions: userTaskExtensions(options) }),
    receiveTask: (id, options) =>
      add('receiveTask', { id, options, attributes: { messageRef: messageId(cursor.draft, options) } }),
    manualTask: (id, options = {}) => add('manualTask', { id, options }),
    task: (id, options = {}) => add('task', { id, options }),
    callActivity: (id, options) => {
      const { processId, binding, propagateAllParentVariables, propagateAllChildVariables } = options;
      const called = { processId, propagateAllParentVariables, propagateAllChildVariables };
      const extensions = [xmlNode('zeebe:calledElement', { ...called, ...bindingAttributes(binding) })];
      return add('callActivity', { id, options, extensions });
    },
  };
};
