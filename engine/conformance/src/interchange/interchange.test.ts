import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { leave } from '../kit/claim.ts';
import { judgeFolder } from './judge-folder.ts';
import { whyUnreadable, zeebeRefusesToo } from './rules-of-the-standard.ts';

const named = (process.env['IRISFLOW_INTERCHANGE'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
const folders = named.length > 0 ? named : ['no folder (npm run interchange -- <folder>)'];

describe('Models of others are read unless they contradict the standard, and deployed unless Zeebe refuses them', () => {
  for (const folder of folders) {
    test.skipIf(!existsSync(folder))(`in ${folder}`, { timeout: 600_000 }, ({ task }) => {
      // when
      const judgement = judgeFolder(folder);
      leave(task, { judgement });

      // then
      const ours = judgement.models.flatMap(({ name, unreadable, notDeployed }) => [
        ...unreadable.filter(({ code }) => whyUnreadable[code] === undefined).map((refusal) => ({ name, ...refusal })),
        ...notDeployed
          .filter(({ code }) => zeebeRefusesToo[code] === undefined)
          .map((refusal) => ({ name, ...refusal })),
      ]);
      expect(ours).toEqual([]);
      expect(judgement.models.length).toBeGreaterThan(0);
    });
  }
});
