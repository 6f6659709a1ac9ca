// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { fileTypeFromBuffer } from 'file-type';

const found = await fileTypeFromBuffer(/** @type {Uint8Array} */ (workerData));
parentPort?.postMessage(found?.mime ?? 'application/zip');
