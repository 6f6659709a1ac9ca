#!/usr/bin/env node
import { create } from './create.ts';
import { DraftError } from './openapi/read-openapi.ts';

try {
  process.stdout.write(create(process.argv.slice(2), process.cwd()));
} catch (thrown) {
  if (!(thrown instanceof DraftError)) throw thrown;
  process.stderr.write(`${thrown.message}\n`);
  process.exitCode = 1;
}
