import { describe, expect, it } from 'vitest';

import {
  bpmnProcess,
  decisionReferences,
  formReferences,
  jobTypes,
  messageNames,
  parseBpmn,
  processReferences,
} from './index.ts';

describe('graph summary', () => {
  it('lists what a process needs from elsewhere', () => {
    // given
    const xml = bpmnProcess('p')
      .start('byMessage', { event: { message: 'apply' }, formId: 'application' })
      .userTask('decide', { formId: 'form', formBinding: 'deployment' })
      .userTask('sign', { implementation: 'job', formKey: 'embedded' })
      .serviceTask('a', { type: 'zip', listeners: [{ on: 'end', type: 'audit' }] })
      .serviceTask('b', { type: '= computed' })
      .businessRuleTask('rule', { decisionId: 'grant', resultVariable: 'granted' })
      .callActivity('call', { processId: 'child' })
      .receiveTask('receive', { message: 'paid', correlationKey: '= id' })
      .throwEvent('tell', { event: { message: 'told' }, type: 'mail' })
      .end()
      .toXml();

    // when
    const result = parseBpmn(xml);
    const process = result.ok ? result.processes[0] : undefined;
    if (process === undefined) throw new Error('refused');

    // then
    expect(formReferences(process)).toMatchObject([
      { elementId: 'byMessage', formId: { text: 'application' }, binding: { kind: 'latest' } },
      { elementId: 'decide', formId: { text: 'form' }, binding: { kind: 'deployment' } },
    ]);
    expect(decisionReferences(process)).toMatchObject([{ elementId: 'rule', decisionId: { text: 'grant' } }]);
    expect(processReferences(process)).toMatchObject([{ elementId: 'call', processId: { text: 'child' } }]);
    expect(jobTypes(process)).toEqual(['audit', 'mail', 'zip']);
    expect(messageNames(process)).toEqual(['apply', 'paid']);
  });
});
