import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';

scenarios('TM', 'Reasons of incidents', (scenario) => {
  scenario(
    173,
    'an incident of an expression says what is missing and at which character, and is resolved as any other',
    async (world) => {
      // given
      const id = world.name('waiting');
      const duration = '= duration("PT1H") * factor';
      await world.deploy(
        bpmnProcess(id)
          .start()
          .catchEvent('wait', { event: { timer: { duration } } })
          .end()
          .toXml(),
      );

      // when
      const key = await world.create(id);
      const incident = await world.incident(key);

      // then
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'wait' });
      expect(incident['errorMessage']).toContain(
        `but it was 'NULL'. At character 20: Expected a variable "factor", but there is none.`,
      );

      // when: nothing of that stands in the way of its resolution, after a restart either
      await world.restart();
      await world.setVariables(key, { factor: 0 });
      await world.resolve(incident);

      // then
      expect(await world.incidents(key)).toEqual([]);
      await world.advance(1_000);
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );
});
