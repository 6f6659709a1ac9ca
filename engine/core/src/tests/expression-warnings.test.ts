import { bpmnProcess } from '@irisflow/bpmn';
import { feelMessage } from '@irisflow/feel';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

describe('an expression that gives nothing useful', () => {
  const incidentOf = (duration: string, variables = {}) => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .catchEvent('wait', { event: { timer: { duration } } })
        .end()
        .toXml(),
    );
    engine.create('p', variables);
    return engine.incidents()[0];
  };

  it('tells in its incident why, and where', () => {
    // when
    const incident = incidentOf('= 2 > missing');

    // then
    expect(incident?.message).toBe(
      "Expected the result of the expression '2 > missing' to be 'STRING', but it was 'NULL'. " +
        'At character 5: Expected a variable "missing", but there is none. ' +
        'At character 1: Expected two comparable values, but found number and null.',
    );
  });

  it('keeps the reason for other languages', () => {
    // when
    const [warning] = incidentOf('= 2 > missing')?.warnings ?? [];

    // then
    expect(warning && feelMessage(warning, 'fr')).toBe("La variable «\u00a0missing\u00a0» n'existe pas.");
  });

  it('tells three reasons at most', () => {
    // when
    const incident = incidentOf('= [a, b, c, d]');

    // then
    expect(incident?.warnings?.map(({ params }) => params['name'])).toEqual(['a', 'b', 'c']);
    expect(incident?.message).not.toContain('"d"');
  });

  it('has no reasons when the value is just of another type', () => {
    // when
    const incident = incidentOf('= answer', { answer: 42 });

    // then
    expect(incident).not.toHaveProperty('warnings');
    expect(incident?.message).toMatch(/but it was 'NUMBER'\.$/);
  });
});
