import { type ElementGroup, refused, works } from './element-claim.ts';
import { around, started } from './models.ts';

const catching = (id: string) => ({ event: { message: id, correlationKey: '= "a"' } });

export const gateways: readonly ElementGroup[] = [
  {
    group: 'Gateways',
    claims: [
      works(
        'Exclusive gateway',
        started()
          .exclusiveGateway('it')
          .when('= true', (path) => path.end('yes'))
          .otherwise((path) => path.end('no'))
          .at('it')
          .toXml(),
        43,
        44,
        45,
        47,
      ),
      works(
        'Parallel gateway, fork and join',
        started()
          .parallelGateway('it')
          .branch((path) => path.connectTo('join'))
          .parallelGateway('join')
          .end()
          .toXml(),
        48,
        49,
        50,
        51,
      ),
      works(
        'Inclusive gateway, fork',
        started()
          .inclusiveGateway('it')
          .when('= true', (path) => path.end('yes'))
          .otherwise((path) => path.end('no'))
          .at('it')
          .toXml(),
        53,
        54,
        55,
      ),
      works(
        'Inclusive gateway, join',
        started()
          .inclusiveGateway('it')
          .when('= true', (path) => path.connectTo('join'))
          .otherwise((path) => path.inclusiveGateway('join').end())
          .at('it')
          .toXml(),
        56,
        57,
        58,
        59,
        60,
        61,
      ),
      works(
        'Event-based gateway',
        started()
          .eventBasedGateway('it')
          .branch((path) => path.catchEvent('one', catching('one')).end('first'))
          .branch((path) => path.catchEvent('two', catching('two')).end('second'))
          .toXml(),
        63,
        64,
        65,
        66,
      ),
      refused(
        'Event-based gateway that starts a process',
        around('<bpmn:eventBasedGateway id="it" instantiate="true"/>'),
      ),
      refused('Complex gateway', around('<bpmn:complexGateway id="it"/>')),
    ],
  },
];
