import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';

const MODEL = bpmnModel()
  .process('whole', (draw) =>
    draw
      .start('begin', { formId: 'application' })
      .serviceTask('work', { type: 'work' })
      .userTask('decide', { name: 'Decide', formId: 'application' })
      .catchEvent('paid', { event: { message: 'paid', correlationKey: '= order' } })
      .end(),
  )
  .process('stuck', (draw) => draw.start().serviceTask('breaks', { type: '= nothing' }).end())
  .toXml();

const files = {
  'model.bpmn': MODEL,
  'rates.dmn': writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] }),
  'application.form': JSON.stringify({ id: 'application', type: 'default', components: [] }),
};

/** Writes the models that clients of other languages deploy into a folder. */
export const writeModels = (folder: string): void => {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
};
