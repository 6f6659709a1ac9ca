import { appendAudit } from './append-audit.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ChainSource } from './judge-chains.ts';
import { storedChains } from './stored-chains.ts';
import type { UseCase } from '../surroundings.ts';
import { requireAuditReader } from './verify-audit.ts';

const BATCH = 200;

/** An export as lines: every entry of every chain, each followed by the head that it ends in. */
export const exportLines = async function* (source: ChainSource, wanted: string | null): AsyncGenerator<string> {
  for (const head of await source.heads()) {
    if (wanted !== null && head.chain !== wanted) continue;
    let lines: string[] = [];
    for await (const entry of source.entries(head.chain)) {
      if (entry.sequence > head.sequence) break;
      lines.push(canonicalJson({ kind: 'entry', ...entry }));
      if (lines.length < BATCH) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
    yield `${[...lines, canonicalJson({ kind: 'head', ...head })].join('\n')}\n`;
  }
};

/** The audit that the reader may see as JSON lines; that it was taken away is on record. */
export const exportAudit: UseCase<Record<string, never>, AsyncIterable<string>> = async (surroundings, actor) => {
  const own = requireAuditReader(actor);
  if (own !== null)
    await surroundings.database.transaction((tx) =>
      appendAudit(surroundings, tx, { actor, action: 'audit.exported', object: `audit:${own}`, administration: own }),
    );
  return exportLines(storedChains(surroundings.database), own);
};
