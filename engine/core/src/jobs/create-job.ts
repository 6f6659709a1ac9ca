import type { JobDefinition } from '@irisflow/bpmn';
import { contextOf, evaluateInteger, evaluateText } from '../expression/evaluate-expression.ts';
import type { Run } from '../run/behavior.ts';
import type { JobDraft } from '../run/effect.ts';
import { emit } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

const headerTexts = new WeakMap<Readonly<Record<string, string>>, string>();

/** The headers of one definition never change: their text is made once. */
const headersText = (headers: Readonly<Record<string, string>>): string => {
  const known = headerTexts.get(headers);
  if (known !== undefined) return known;
  const text = JSON.stringify(headers);
  headerTexts.set(headers, text);
  return text;
};

/** Evaluates type and retries in the scope of the instance; throws an incident when one has the wrong type. */
export const draftJob = (
  run: Run,
  definition: Pick<JobDefinition, 'type' | 'retries'> & Partial<JobDefinition>,
  instance: ElementInstance,
): JobDraft => {
  const context = contextOf(run, instance.key);
  return {
    type: evaluateText(definition.type, context),
    retries: evaluateInteger(definition.retries, context),
    headers: headersText(definition.headers ?? noHeaders),
    kind: 'BPMN_ELEMENT',
    listenerEventType: 'UNSPECIFIED',
  };
};

const noHeaders: Readonly<Record<string, string>> = {};

/** Offers work for an element instance. */
export const createJob = (run: Run, instance: ElementInstance, draft: JobDraft): void => {
  emit(run, {
    kind: 'jobCreated',
    job: {
      key: run.desk.nextKey<'job'>(),
      elementKey: instance.key,
      elementId: instance.elementId,
      processInstanceKey: instance.processInstanceKey,
      tenantId: run.tree.tenantId,
      ...draft,
      phase: 'activatable',
      worker: '',
      deadline: 0,
      retryAt: 0,
      errorMessage: null,
    },
  });
};
