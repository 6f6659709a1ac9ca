import type { LocalizedText } from '@irisflow/client';
import type { ProblemAt } from '../workspace/use-problem-places.ts';

/** A `*.quota.json` as its editor changes it; a draft may lack parts of it. */
export interface QuotaFile {
  kind: 'quota';
  formatVersion: 1;
  key: string;
  name: LocalizedText;
  right: string;
  /** Which rights of the kind alone take a place. */
  category?: { field: string; value: string } | undefined;
  ceiling: string;
  reservedDays: number;
}

/** What each part of the editor gets. */
export interface QuotaPartProps {
  quota: QuotaFile;
  problemAt: ProblemAt;
  change: (part: Partial<QuotaFile>) => void;
}
