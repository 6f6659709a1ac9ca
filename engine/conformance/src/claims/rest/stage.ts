import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { deployFiles, deployed } from '../../kit/deployments.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { Job, Row, World } from '../../kit/world.ts';
import { theOnly } from '../../kit/queries.ts';

/** The procedure waits at everything that an operation may be about; `gate` begins whatever its condition says. */
export const MODEL = bpmnModel()
  .process('procedure', (draw) =>
    draw
      .start('begin', { formId: 'application' })
      .businessRuleTask('assess', { decisionId: 'rate', resultVariable: 'rate' })
      .parallelGateway('fork')
      .branch((way) => way.serviceTask('consult', { type: '= "consult-" + order' }).end())
      .branch((way) => way.userTask('decide', { formId: 'application' }).end())
      .branch((way) => way.serviceTask('stuck', { type: '= missing' }).end())
      .branch((way) => way.receiveTask('answer', { message: 'answered', correlationKey: '= order' }).end())
      .branch((way) => way.adHocSubProcess('choose', (inside) => inside.userTask('visit')).end()),
  )
  .process('gate', (draw) => draw.start('opens', { event: { condition: '= open' } }).end())
  .toXml();
const DECISION = writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] });
const FORM = JSON.stringify({ id: 'application', type: 'default', components: [] });

/** What was deployed. */
interface Definitions {
  readonly process: string;
  readonly decision: string;
  readonly requirements: string;
  readonly form: string;
}

/** A running engine in which every kind of thing is there to be asked for. */
export interface Stage {
  readonly world: World;
  readonly definitions: Definitions;
  /** Starts another instance of the procedure; gives its key. */
  start(): Promise<string>;
  /** The job of a new instance, leased. */
  job(): Promise<Job>;
  /** The only row that a search finds for a new instance. */
  found(search: string, filter?: object): Promise<Row>;
}

/** A key of the first thing of a kind that was deployed. */
export const keyIn = (deployments: readonly Row[], kind: Parameters<typeof deployed>[0], name: string): string =>
  String(deployed(kind, deployments)[0]?.[name]);

export const setStage = async (): Promise<Stage> => {
  const world = await startWorld('postgres');
  const files = { 'model.bpmn': MODEL, 'rates.dmn': DECISION, 'application.form': FORM };
  const deployments = await deployFiles(world, files);
  const start = () => world.create('procedure', { order: world.name('order') });
  return {
    world,
    definitions: {
      process: keyIn(deployments, 'process', 'processDefinitionKey'),
      decision: keyIn(deployments, 'decision', 'decisionKey'),
      requirements: keyIn(deployments, 'decisionRequirements', 'decisionRequirementsKey'),
      form: keyIn(deployments, 'form', 'formKey'),
    },
    start,
    job: async () => {
      const order = world.name('order');
      await world.create('procedure', { order });
      return world.job(`consult-${order}`);
    },
    found: async (search, filter = {}) => {
      const processInstanceKey = await start();
      return theOnly(await world.rest.search(search, { filter: { processInstanceKey, ...filter } }), search);
    },
  };
};
