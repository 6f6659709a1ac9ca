// Plays every scenario of the engine on both stores and writes date and result to docs/stores.md: `npm run stores`.
import { install, requireNode } from './lib/prepare.mjs';
import { runConformance } from './lib/run-conformance.mjs';

requireNode();
await install();
process.exitCode = await runConformance({ where: 'src/scenarios', page: 'stores', env: { IRISFLOW_STORES: 'both' } });
