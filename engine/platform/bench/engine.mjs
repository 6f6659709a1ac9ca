// The engine in a process of its own: `engine.mjs <store> <open tasks>`; says where it listens.
import { startRestUnderTest } from '@irisflow/broker/testing';
import { seedEngineTasks } from '@irisflow/platform/testing';

const [store, cases] = process.argv.slice(2);
const rest = await startRestUnderTest(store);
await seedEngineTasks(rest.engine.database, Number(cases));
process.send?.({ grpcAddress: rest.engine.broker.grpcAddress, restUrl: rest.url });
process.once('SIGTERM', () => void rest.stop().then(() => process.exit(0)));
