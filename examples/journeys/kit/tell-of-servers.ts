import { afterEach } from 'vitest';
import { outputsOfServers } from './irisflow-process.ts';

const linesTold = 40;

/** What servers complained of while a test failed: the log of a run is all that is left of them. */
afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const output of outputsOfServers()) {
    const complaints = output.split('\n').filter((line) => /"level":("warn"|"error"|40|50|60)/.test(line));
    process.stderr.write(
      `What the server of ${task.name} complained of:\n${complaints.slice(-linesTold).join('\n')}\n`,
    );
  }
});
