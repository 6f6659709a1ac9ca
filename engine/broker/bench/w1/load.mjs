// The load generator in a process of its own: `load.mjs <raw|zeebe-node> <address> <options as JSON>`.
import { runRaw } from './raw-client.mjs';
import { runZeebeNode } from './zeebe-client.mjs';

const [kind, address, options] = process.argv.slice(2);
const run = kind === 'raw' ? runRaw : runZeebeNode;
const result = await run(address, JSON.parse(options));
process.send?.(result, () => process.exit(0));
