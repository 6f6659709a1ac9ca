// One engine process: `serve.mjs <database location as JSON>`. Says where it listens and ends on SIGTERM.
import { startBroker } from '@irisflow/broker';
import { openDatabase } from '@irisflow/database';

const database = await openDatabase(JSON.parse(process.argv[2] ?? '{}'));
const broker = await startBroker({
  database,
  grpc: { host: '127.0.0.1', port: 0 },
  onFailure: (message, cause) => console.error(message, cause),
});
process.send?.({ address: broker.grpcAddress, description: database.description });
const stop = async () => {
  await broker.stop();
  await database.close();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
