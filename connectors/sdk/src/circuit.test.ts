import { describe, expect, it } from 'vitest';

import { createCircuit, noteIn } from './circuit.ts';

describe('the circuit of a source', () => {
  it('lets jobs through until the fifth failure in a row', () => {
    const circuit = createCircuit(() => 0);

    for (let count = 0; count < 4; count += 1) circuit.failed();
    expect(circuit.pauseMs()).toBe(0);

    circuit.failed();
    expect(circuit.pauseMs()).toBe(30_000);
  });

  it('counts anew after a success', () => {
    const circuit = createCircuit(() => 0);

    for (let count = 0; count < 4; count += 1) circuit.failed();
    circuit.succeeded();
    circuit.failed();

    expect(circuit.pauseMs()).toBe(0);
  });

  it.each(['output', 'retry', 'incident'] as const)(
    'hears nothing of what happened where one administration alone goes: %s',
    (kind) => {
      const circuit = createCircuit(() => 0);

      for (let count = 0; count < 4; count += 1) noteIn(circuit, { kind: 'retry' });
      noteIn(circuit, { kind, isOfOneAdministration: true });
      expect(circuit.pauseMs()).toBe(0);

      noteIn(circuit, { kind: 'retry' });
      expect(circuit.pauseMs()).toBe(30_000);
    },
  );

  it('lets one probe through after the pause and holds the others back', () => {
    let now = 0;
    const circuit = createCircuit(() => now);
    for (let count = 0; count < 5; count += 1) circuit.failed();

    now = 30_000;

    expect([circuit.pauseMs(), circuit.pauseMs()]).toEqual([0, 30_000]);
  });

  it('opens for all once the probe succeeds', () => {
    let now = 0;
    const circuit = createCircuit(() => now);
    for (let count = 0; count < 5; count += 1) circuit.failed();
    now = 30_000;

    circuit.pauseMs();
    circuit.succeeded();

    expect(circuit.pauseMs()).toBe(0);
  });
});
